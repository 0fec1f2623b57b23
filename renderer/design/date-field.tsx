import { parseDate, parseTime } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarHeading,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Popover,
  TimeField as AriaTimeField,
} from 'react-aria-components'
import { useText } from '../i18n/use-text.ts'
import { FieldFoot, FieldLabel } from './field-parts.tsx'
import type { FieldWords } from './field-parts.tsx'

interface DateFieldProps extends FieldWords {
  readonly label: string
  /** `YYYY-MM-DD`, or null while it is not complete. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  /** First and last day that may be chosen, `YYYY-MM-DD`. */
  readonly min?: string
  readonly max?: string
}

/** A calendar day, typed part by part or picked from a calendar. */
export function DateField(props: DateFieldProps) {
  const text = useText()
  return (
    <DatePicker
      className="od-field"
      value={props.value === null ? null : parseDate(props.value)}
      onChange={(value) => props.onChange(value?.toString() ?? null)}
      isInvalid={props.error !== undefined}
      {...(props.min === undefined ? {} : { minValue: parseDate(props.min) })}
      {...(props.max === undefined ? {} : { maxValue: parseDate(props.max) })}
    >
      <FieldLabel {...props} />
      <Group className="od-input od-input-group">
        <DateInput className="od-date-input">
          {(segment) => <DateSegment segment={segment} className="od-date-segment" />}
        </DateInput>
        <Button className="od-icon-button od-icon-button-small" aria-label={text('common.pick_day')}>
          <CalendarDays size={16} aria-hidden />
        </Button>
      </Group>
      <FieldFoot {...props} />
      <Popover className="od-popover" offset={4}>
        <Dialog className="od-calendar" aria-label={props.label}>
          <DayCalendar />
        </Dialog>
      </Popover>
    </DatePicker>
  )
}

function DayCalendar() {
  return (
    <Calendar>
      <header>
        <Button slot="previous" className="od-icon-button">
          <ChevronLeft size={18} aria-hidden />
        </Button>
        <CalendarHeading />
        <Button slot="next" className="od-icon-button">
          <ChevronRight size={18} aria-hidden />
        </Button>
      </header>
      <CalendarGrid>{(date) => <CalendarCell date={date} className="od-calendar-cell" />}</CalendarGrid>
    </Calendar>
  )
}

/** A time of the day as the wall clock shows it, `HH:MM`. */
export function TimeField(
  props: FieldWords & { readonly value: string | null; readonly onChange: (value: string | null) => void },
) {
  return (
    <AriaTimeField
      className="od-field"
      value={props.value === null ? null : parseTime(props.value)}
      onChange={(value) => props.onChange(value?.toString().slice(0, 5) ?? null)}
      isInvalid={props.error !== undefined}
    >
      <FieldLabel {...props} />
      <Group className="od-input od-input-group">
        <DateInput className="od-date-input">
          {(segment) => <DateSegment segment={segment} className="od-date-segment" />}
        </DateInput>
      </Group>
      <FieldFoot {...props} />
    </AriaTimeField>
  )
}
