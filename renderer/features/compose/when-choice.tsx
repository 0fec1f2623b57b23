import { isoDay } from '../../../shared/time.ts'
import { useNow } from '../../app/use-now.ts'
import { Checkbox } from '../../design/checkbox.tsx'
import { DateField, TimeField } from '../../design/date-field.tsx'
import { NumberField } from '../../design/number-field.tsx'
import { RadioGroup } from '../../design/radio-group.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import type { ComposeDraft, ComposeMoment, ComposeWhen } from './compose-draft.ts'

interface PartProps {
  readonly draft: ComposeDraft
  readonly change: (part: Partial<ComposeDraft>) => void
}

const MOST_A_DAY = 100_000
const FIRST_PER_DAY = 200
const MOST_DAYS_BEFORE = 60

/** When it leaves: as soon as it may, at a time, or before each appointment; spread over days; and until when it is worth anything. */
export function WhenChoice({ draft, change }: PartProps) {
  const text = useText()
  const today = useToday()
  const { when, audience } = draft
  const kinds = ['now', 'at', ...(audience?.kind === 'appointments' ? (['before'] as const) : [])] as const
  const kind = when.kind === 'before' && audience?.kind !== 'appointments' ? 'now' : when.kind
  return (
    <div className="od-compose-part">
      <RadioGroup
        label={text('compose.when')}
        choices={kinds.map((value) => ({ value, text: text(`compose.when.${value}`) }))}
        value={kind}
        onChange={(chosen) => change({ when: firstOf(chosen, today) })}
      />
      {when.kind === 'at' && (
        <MomentFields moment={when} onChange={(moment) => change({ when: { ...when, ...moment } })} />
      )}
      {when.kind === 'before' && kind === 'before' && (
        <div className="od-compose-time">
          <NumberField
            label={text('compose.when.days_before')}
            value={when.daysBefore}
            onChange={(daysBefore) => change({ when: { ...when, daysBefore } })}
            min={0}
            max={MOST_DAYS_BEFORE}
          />
          <TimeField
            label={text('compose.when.time')}
            value={when.time}
            onChange={(time) => change({ when: { ...when, time } })}
          />
        </div>
      )}
    </div>
  )
}

/** For many: so many a day. For all: after when it is worth nothing any more. */
export function TimeLimits({ draft, change }: PartProps) {
  const text = useText()
  const today = useToday()
  const { perDay, notAfter, audience } = draft
  const isForMany = audience !== null && (audience.kind !== 'people' || audience.people.length > 1)
  return (
    <div className="od-compose-part">
      {isForMany && (
        <Checkbox isSelected={perDay !== null} onChange={(is) => change({ perDay: is ? FIRST_PER_DAY : null })}>
          {text('compose.drip')}
        </Checkbox>
      )}
      {isForMany && perDay !== null && (
        <NumberField
          label={text('compose.drip.most')}
          value={perDay}
          onChange={(most) => change({ perDay: most })}
          min={1}
          max={MOST_A_DAY}
        />
      )}
      <Checkbox
        isSelected={notAfter !== null}
        onChange={(is) => change({ notAfter: is ? { isoDay: today, time: null } : null })}
      >
        {text('compose.not_after')}
      </Checkbox>
      {notAfter && <MomentFields moment={notAfter} onChange={(moment) => change({ notAfter: moment })} />}
    </div>
  )
}

function MomentFields(props: { readonly moment: ComposeMoment; readonly onChange: (moment: ComposeMoment) => void }) {
  const text = useText()
  const today = useToday()
  const { isoDay: day, time } = props.moment
  return (
    <div className="od-compose-time">
      <DateField
        label={text('compose.when.day')}
        value={day}
        onChange={(chosen) => props.onChange({ isoDay: chosen, time })}
        min={today}
      />
      <TimeField
        label={text('compose.when.time')}
        value={time}
        onChange={(chosen) => props.onChange({ isoDay: day, time: chosen })}
      />
    </div>
  )
}

function firstOf(kind: ComposeWhen['kind'], today: string): ComposeWhen {
  switch (kind) {
    case 'now':
      return { kind }
    case 'at':
      return { kind, isoDay: today, time: null }
    case 'before':
      return { kind, daysBefore: 1, time: '10:00' }
  }
}

function useToday(): string {
  const { zone } = useMoment()
  return isoDay(useNow(), zone)
}
