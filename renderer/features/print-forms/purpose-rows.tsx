import { Checkbox } from '../../design/checkbox.tsx'
import { Select } from '../../design/select.tsx'
import { useText } from '../../i18n/use-text.ts'
import { MONTHLY, promiseFor, withPromise } from './print-draft.ts'
import type { FormOffice, Purpose } from './print-draft.ts'

const VARIES = 'varies'
/** A box that is put on the sheet promises little at first: more is easily said later. */
const FIRST_PROMISE = 4

/** The boxes of the sheet: which there are, and how often each may be texted about. */
export function PurposeRows(props: { readonly office: FormOffice; readonly onChange: (office: FormOffice) => void }) {
  const text = useText()
  return (
    <fieldset className="od-print-purposes">
      <legend className="od-label">{text('print.purposes')}</legend>
      {(['care', 'marketing', 'group'] as const).map((purpose) => (
        <PurposeRow key={purpose} purpose={purpose} {...props} />
      ))}
    </fieldset>
  )
}

function PurposeRow(props: {
  readonly purpose: Purpose
  readonly office: FormOffice
  readonly onChange: (office: FormOffice) => void
}) {
  const text = useText()
  const { purpose, office, onChange } = props
  const promised = promiseFor(office, purpose)
  const change = (aMonth: number | null | undefined) => onChange(withPromise(office, purpose, aMonth))
  const counts = [...new Set([...MONTHLY, ...(promised === undefined ? [] : [promised])])]
  const name = text(`purpose.${purpose}`)
  return (
    <div className="od-print-purpose">
      <Checkbox isSelected={promised !== undefined} onChange={(isOn) => change(isOn ? firstFor(purpose) : undefined)}>
        {name}
      </Checkbox>
      <Select
        label={text('print.often', { purpose: name })}
        isLabelHidden
        isDisabled={promised === undefined}
        choices={counts.map((count) => ({
          value: count === null ? VARIES : String(count),
          text: count === null ? text('print.often.varies') : text('print.often.most', { count }),
        }))}
        value={promised === undefined ? null : promised === null ? VARIES : String(promised)}
        onChange={(value) => change(value === VARIES ? null : Number(value))}
      />
    </div>
  )
}

function firstFor(purpose: Purpose): number | null {
  return purpose === 'group' ? null : FIRST_PROMISE
}
