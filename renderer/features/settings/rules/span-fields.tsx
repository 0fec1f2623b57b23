import type { DaySpan } from '../../../../shared/rules/texting-hours.ts'
import { TimeField } from '../../../design/date-field.tsx'
import { useText } from '../../../i18n/use-text.ts'
import { minuteOfTime, timeOfMinute } from './rules-draft.ts'

/** From and to of a part of a day. A time that is not complete changes nothing. */
export function SpanFields(props: {
  /** What the hours are for, put before "from" and "to". */
  readonly name: string
  readonly span: DaySpan
  readonly onChange: (span: DaySpan) => void
}) {
  const text = useText()
  const { name, span, onChange } = props
  const set = (part: keyof DaySpan) => (time: string | null) => {
    if (time !== null) onChange({ ...span, [part]: minuteOfTime(time) })
  }
  return (
    <div className="od-rules-span">
      <TimeField
        label={text('rules.from', { name })}
        value={timeOfMinute(span.fromMinute)}
        onChange={set('fromMinute')}
      />
      <TimeField
        label={text('rules.to', { name })}
        value={timeOfMinute(span.toMinute)}
        onChange={set('toMinute')}
        error={span.fromMinute < span.toMinute ? undefined : text('rules.span_wrong')}
      />
    </div>
  )
}
