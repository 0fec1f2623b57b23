import { CalendarDays, UserRound, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { isoDay } from '../../../shared/time.ts'
import { useRead } from '../../api/queries.ts'
import { useNow } from '../../app/use-now.ts'
import { Button } from '../../design/button.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { Select } from '../../design/select.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import type { ComposeAudience, MessagePurpose, Preview } from './compose-draft.ts'
import { EveryoneChoice } from './everyone-choice.tsx'
import { LeftOutDialog } from './left-out-dialog.tsx'
import { PersonFinder } from './person-finder.tsx'
import { WhoChip } from './who-chip.tsx'

interface WhoProps {
  readonly audience: ComposeAudience | null
  readonly purpose: MessagePurpose
  readonly preview: Preview | undefined
  readonly onChange: (audience: ComposeAudience | null) => void
}

/** Who gets the message: the people of a day, everyone who agreed, or chosen ones; with how many get it and who is left out. */
export function Who(props: WhoProps) {
  const { audience } = props
  return (
    <div className="od-who">
      {audience?.kind === 'appointments' && <DayChip {...props} day={audience.isoDay} ids={audience.appointmentIds} />}
      {audience?.kind === 'everyone' && <EveryoneChoice {...props} audience={audience} />}
      {(audience === null || audience.kind === 'people') && <Chosen {...props} />}
      {props.preview && audience && <Counts preview={props.preview} />}
    </div>
  )
}

function DayChip(props: WhoProps & { readonly day: string; readonly ids: readonly string[] | null }) {
  const text = useText()
  const moment = useMoment()
  const day = moment.longDay(props.day)
  return (
    <ul className="od-chips">
      <WhoChip icon={<CalendarDays size={16} aria-hidden />} name={day} onTakeOff={() => props.onChange(null)}>
        {props.ids === null ? text('compose.day', { day }) : text('compose.day.some', { day, count: props.ids.length })}
      </WhoChip>
    </ul>
  )
}

function Chosen({ audience, onChange }: WhoProps) {
  const text = useText()
  const people = audience?.kind === 'people' ? audience.people : []
  const choose = (chosen: typeof people) => onChange(chosen.length === 0 ? null : { kind: 'people', people: chosen })
  return (
    <>
      {people.length > 0 && (
        <ul className="od-chips">
          {people.map(({ id, name }) => (
            <WhoChip
              key={id}
              icon={<UserRound size={16} aria-hidden />}
              name={name}
              onTakeOff={() => choose(people.filter((person) => person.id !== id))}
            >
              <PrivateText>{name}</PrivateText>
            </WhoChip>
          ))}
        </ul>
      )}
      <div className="od-who-ways">
        <PersonFinder
          onFound={({ id, displayName }) => {
            if (!people.some((person) => person.id === id)) choose([...people, { id, name: displayName }])
          }}
        />
        {people.length === 0 && <DaySelect onChange={onChange} />}
      </div>
      {people.length === 0 && (
        <div>
          <Button icon={UsersRound} onPress={() => onChange({ kind: 'everyone', language: null })}>
            {text('compose.everyone')}
          </Button>
        </div>
      )}
    </>
  )
}

function DaySelect({ onChange }: Pick<WhoProps, 'onChange'>) {
  const text = useText()
  const moment = useMoment()
  const today = isoDay(useNow(), moment.zone)
  const days = (useRead('appointments.days', {}).value?.days ?? []).filter((day) => day.isoDay >= today)
  return (
    <Select
      label={text('compose.day.choose')}
      placeholder={text(days.length === 0 ? 'compose.day.none' : 'compose.day.pick')}
      isDisabled={days.length === 0}
      choices={days.map((day) => ({
        value: day.isoDay,
        text: text('compose.day.choice', { day: moment.shortDay(day.isoDay), count: day.count, may: day.mayTextCount }),
      }))}
      value={null}
      onChange={(day) => onChange({ kind: 'appointments', isoDay: day, appointmentIds: null })}
    />
  )
}

function Counts({ preview }: { readonly preview: Preview }) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const { leftOutCount, recipientCount } = preview
  return (
    <p className="od-who-counts" role="status">
      {text('compose.get_it', { count: recipientCount })}
      {leftOutCount > 0 && (
        <Button kind="plain" onPress={() => setOpen(true)}>
          {text('compose.left_out', { count: leftOutCount })}
        </Button>
      )}
      {isOpen && <LeftOutDialog preview={preview} onClose={() => setOpen(false)} />}
    </p>
  )
}
