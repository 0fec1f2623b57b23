import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { SendingRules, StateChange } from '../../../../shared/domain/sending-rules.ts'
import type { DaySpan } from '../../../../shared/rules/texting-hours.ts'
import { IconButton } from '../../../design/button.tsx'
import { useText } from '../../../i18n/use-text.ts'
import { StateHoursDialog } from './state-hours-dialog.tsx'

/** When each state lets offers in, where that is narrower than the care hours, with the source of each row. */
export function StateHoursTable(props: {
  readonly rules: SendingRules
  readonly changed: ReadonlySet<string>
  readonly onChange: (state: string, change: StateChange) => void
}) {
  const text = useText()
  const writeSpan = useSpanText()
  const [editing, setEditing] = useState<string | null>(null)
  return (
    <>
      <table className="od-rules-table">
        <caption className="od-meta">{text('rules.states.dated', { asOf: props.rules.hours.asOf })}</caption>
        <thead>
          <tr>
            {(['state', 'weekdays', 'saturday', 'sunday', 'source', 'change'] as const).map((column) => (
              <th key={column} scope="col">
                {text(`rules.states.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(props.rules.hours.states).map(([state, hours]) => (
            <tr key={state}>
              <th scope="row">{state}</th>
              <td className="od-number">{writeSpan(hours.weekdays)}</td>
              <td className="od-number">{writeSpan(hours.saturday)}</td>
              <td className="od-number">{writeSpan(hours.sunday)}</td>
              <td className="od-meta">
                {props.changed.has(state) ? text('rules.states.own') : hours.source}
                {hours.isClosedOnHolidays && ` · ${text('rules.states.holidays')}`}
                {hours.note && ` · ${text(`rules.states.note.${hours.note}`)}`}
              </td>
              <td>
                <IconButton
                  icon={Pencil}
                  label={text('rules.states.edit', { state })}
                  onPress={() => setEditing(state)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {editing !== null && (
        <StateHoursDialog
          state={editing}
          rules={props.rules}
          onClose={() => setEditing(null)}
          onSave={(change) => {
            props.onChange(editing, change)
            setEditing(null)
          }}
        />
      )}
    </>
  )
}

/** Writes a span as the clock is written here: `8:00 AM - 8:00 PM`; a closed day by its word. */
function useSpanText(): (span: DaySpan | null) => string {
  const text = useText()
  const intl = useIntl()
  const write = (minute: number) =>
    intl.formatTime(Date.UTC(2026, 0, 1, 0, minute), { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' })
  return (span) => (span ? `${write(span.fromMinute)} - ${write(span.toMinute)}` : text('rules.states.closed'))
}
