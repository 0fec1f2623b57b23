import { useState } from 'react'
import { useNavigate } from 'react-router'
import { isoDay } from '../../../shared/time.ts'
import { useRead } from '../../api/queries.ts'
import { paths } from '../../app/paths.ts'
import { useNow } from '../../app/use-now.ts'
import { ChoiceBar } from '../../design/choice-bar.tsx'
import { Notice } from '../../design/notice.tsx'
import { PickList } from '../../design/pick-list.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { BroadcastStateWord } from './broadcast-state-word.tsx'

/** The list at the left: days with appointments, or messages that went to many. */
export function ScheduleList(props: { readonly day: string | null; readonly broadcastId: string | null }) {
  const text = useText()
  const [view, setView] = useState<'days' | 'broadcasts'>(props.broadcastId === null ? 'days' : 'broadcasts')
  const broadcasts = useRead('broadcasts.list', {}).value?.broadcasts ?? []
  const moving = broadcasts.filter(({ state }) => state !== 'done' && state !== 'cancelled').length
  return (
    <>
      <div className="od-list-pane-tools">
        <ChoiceBar
          label={text('schedule.views')}
          choices={[
            { value: 'days', text: text('schedule.view.days') },
            { value: 'broadcasts', text: text('schedule.view.broadcasts'), count: moving },
          ]}
          value={view}
          onChange={setView}
        />
      </div>
      {view === 'days' ? <DayList selected={props.day} /> : <BroadcastList selected={props.broadcastId} />}
    </>
  )
}

function DayList({ selected }: { readonly selected: string | null }) {
  const text = useText()
  const errorText = useErrorText()
  const moment = useMoment()
  const navigate = useNavigate()
  const today = isoDay(useNow(), moment.zone)
  const list = useRead('appointments.days', {})
  if (list.error) return <Notice tone="brick">{errorText(list.error)}</Notice>
  if (!list.value) return <Skeleton />
  const soonFirst = [
    ...list.value.days.filter((day) => day.isoDay >= today),
    ...list.value.days.filter((day) => day.isoDay < today).toReversed(),
  ]
  return (
    <PickList
      label={text('schedule.view.days')}
      items={soonFirst}
      idOf={(day) => day.isoDay}
      textOf={(day) => moment.longDay(day.isoDay)}
      renderRow={(day) => (
        <div className="od-day-row" data-past={day.isoDay < today}>
          <span className="od-thread-name">{moment.longDay(day.isoDay)}</span>
          {day.isoDay === today && <span className="od-day-today">{text('schedule.today')}</span>}
          <span className="od-meta">{text('schedule.day.counts', { count: day.count, may: day.mayTextCount })}</span>
        </div>
      )}
      selectedId={selected}
      onSelect={(day) => void navigate(paths.day(day), { replace: true })}
      empty={<p className="od-list-none">{text('schedule.no_days')}</p>}
    />
  )
}

function BroadcastList({ selected }: { readonly selected: string | null }) {
  const text = useText()
  const errorText = useErrorText()
  const moment = useMoment()
  const navigate = useNavigate()
  const now = useNow()
  const list = useRead('broadcasts.list', {})
  if (list.error) return <Notice tone="brick">{errorText(list.error)}</Notice>
  if (!list.value) return <Skeleton />
  return (
    <PickList
      label={text('schedule.view.broadcasts')}
      items={list.value.broadcasts}
      idOf={({ id }) => id}
      textOf={({ title }) => title}
      renderRow={(broadcast) => (
        <div className="od-broadcast-row">
          <span className="od-thread-name od-clip">
            <PrivateText>{broadcast.title}</PrivateText>
          </span>
          <BroadcastStateWord state={broadcast.state} />
          <span className="od-meta od-clip">
            {text('broadcast.row', { count: broadcast.total, when: moment.when(broadcast.startsAtMs, now) })}
          </span>
        </div>
      )}
      selectedId={selected}
      onSelect={(id) => void navigate(paths.broadcast(id), { replace: true })}
      empty={<p className="od-list-none">{text('schedule.no_broadcasts')}</p>}
    />
  )
}
