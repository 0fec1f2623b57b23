import type { ReactNode } from 'react'
import type { RectMm } from '../../../shared/domain/opt-in-form-layout.ts'
import { PhoneField } from '../../design/phone-field.tsx'
import { useDrawnText, useText } from '../../i18n/use-text.ts'
import { PrivateText } from '../../design/private-text.tsx'
import type { CheckPart } from './check-fields.tsx'
import type { KnownUnder } from './check-draft.ts'
import { KnownPerson } from './known-person.tsx'
import { ReadLine } from './read-line.tsx'
import { isDoubtful, hasUnreadable } from './reading-slots.ts'
import type { StraightPage } from './straight-page.ts'
import { changeLine, isPhoneAgainRight, WRITTEN } from './taken-reading.ts'
import type { ReadSheet, TakenReading, WrittenField } from './taken-reading.ts'
import type { LineChecks } from './use-line-checks.ts'
import { usePitch } from './use-pitch.ts'

/** What the lines of a sheet that was read have in common. */
export interface ReadPart extends CheckPart {
  readonly taken: TakenReading
  readonly sheet: ReadSheet
  readonly page: StraightPage
  readonly checks: LineChecks
}

/** Name, number and address as they were read, each directly under the ink. */
export function ReadPersonFields(props: ReadPart & { readonly known: KnownUnder | undefined }) {
  const text = useText()
  const { draft, change, errorAt, taken, checks, known } = props
  const isAgainWrong = taken.phoneAgain.replace(/\D/gu, '').length >= 10 && !isPhoneAgainRight(taken)
  return (
    <>
      <div className="od-read-names" data-check="name">
        <Line {...props} field="givenName" label={text('forms.given_name')} error={errorAt('name')} />
        <Line {...props} field="familyName" label={text('forms.family_name')} />
      </div>
      <div className="od-read-phone" data-check="phone">
        <Line {...props} field="phone" label={text('forms.phone')} error={errorAt('phone') ?? checks.phone} />
        {taken.isPhoneDoubtful && (
          <div data-check="phone_again">
            <PhoneField
              label={text('forms.phone_again')}
              hint={text('forms.phone_again.hint')}
              value={taken.phoneAgain}
              onChange={(phoneAgain) => change({ taken: { ...taken, phoneAgain } })}
              error={isAgainWrong ? text('forms.phone_again.differs') : undefined}
              isPrivate
            />
          </div>
        )}
      </div>
      {known && (
        <KnownPerson known={known} belongsTo={draft.belongsTo} onChange={(belongsTo) => change({ belongsTo })} />
      )}
      <div data-check="email">
        <Line
          {...props}
          field="email"
          label={text('forms.email')}
          error={errorAt('email') ?? checks.email}
          hint={<EmailHints checks={checks} />}
        />
      </div>
    </>
  )
}

/** One line of the sheet with the cells that belong to it. */
export function Line(
  props: ReadPart & {
    readonly field: WrittenField
    readonly label: string
    readonly error?: ReactNode
    readonly hint?: ReactNode
  },
) {
  const { field, taken, sheet, change } = props
  const { comb, kind } = WRITTEN[field]
  const slots = taken.slots[field]
  const cells: readonly RectMm[] = sheet.places.combs[comb]?.cells ?? []
  const pitch = usePitch()
  return (
    <div data-place={comb} data-doubt={slots.some(isDoubtful) || hasUnreadable(slots) || undefined}>
      <ReadLine
        label={props.label}
        kind={kind}
        slots={slots}
        cells={cells}
        page={props.page}
        pitch={pitch}
        onChange={(next) => change(changeLine(taken, field, next))}
        error={props.error}
        hint={props.hint}
      />
    </div>
  )
}

function EmailHints({ checks }: { readonly checks: LineChecks }) {
  const text = useText()
  const drawn = useDrawnText()
  const { emailDoubt, knownByEmail } = checks
  return (
    <>
      {emailDoubt && (
        <span className="od-read-hint">
          {emailDoubt.meant === null
            ? text('forms.email.unusual', { ending: emailDoubt.ending })
            : text('forms.email.meant', { ending: emailDoubt.ending, meant: emailDoubt.meant })}
        </span>
      )}
      {knownByEmail !== undefined && (
        <span className="od-read-hint">
          {drawn('forms.email.known', { name: <PrivateText>{knownByEmail}</PrivateText> })}
        </span>
      )}
    </>
  )
}
