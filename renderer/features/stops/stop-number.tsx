import { useIntl } from 'react-intl'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { PhoneField } from '../../design/phone-field.tsx'
import { groupPhone } from '../../design/phone-text.ts'
import { PhoneNumber, PrivateText } from '../../design/private-text.tsx'
import { RadioGroup } from '../../design/radio-group.tsx'
import { useDrawnText, useText } from '../../i18n/use-text.ts'

/** Which of a person's numbers a stop is about; where there is one it is said, not asked. */
export function ChosenNumber(props: {
  readonly numbers: readonly string[]
  readonly value: string | null
  readonly onChange: (e164: string) => void
}) {
  const text = useText()
  const drawn = useDrawnText()
  const [first] = props.numbers
  if (first === undefined) return null
  if (props.numbers.length === 1) return <p>{drawn('opt_out.of_number', { number: <PhoneNumber e164={first} /> })}</p>
  return (
    <RadioGroup
      label={text('opt_out.number')}
      choices={props.numbers.map((number) => ({ value: number, text: groupPhone(number), isPrivate: true }))}
      value={props.value}
      onChange={props.onChange}
    />
  )
}

/** The number that somebody says on the phone, with who is known under it. */
export function TypedNumber(props: {
  readonly value: string
  /** What is known of the number; undefined while it is not complete. */
  readonly found: OutputOf<'people.byPhone'> | undefined
  readonly onChange: (typed: string) => void
}) {
  const text = useText()
  const intl = useIntl()
  const names = props.found?.people.map(({ displayName }) => displayName) ?? []
  const known =
    names.length > 0 ? (
      <PrivateText>{intl.formatList(names, { type: 'conjunction' })}</PrivateText>
    ) : (
      text('opt_out.nobody_known')
    )
  return (
    <PhoneField
      label={text('opt_out.number')}
      hint={(props.found?.e164 ?? null) === null ? text('opt_out.number.hint') : known}
      value={props.value}
      onChange={props.onChange}
      autoFocus
      isPrivate
    />
  )
}
