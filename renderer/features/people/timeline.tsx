import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { isWritten } from '../stops/stop-draft.ts'
import { TimelineRow } from './timeline-row.tsx'

/** One thing that happened with a person. */
export type TimelineItem = OutputOf<'people.get'>['timeline'][number]

/** All that happened with a person, newest first. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  const text = useText()
  const moment = useMoment()
  if (items.length === 0) return <p className="od-meta">{text('person.timeline.empty')}</p>
  const newestFirst = items.toSorted((left, right) => right.atMs - left.atMs)
  return (
    <ol className="od-timeline">
      {newestFirst.map((item, place) => {
        const day = moment.date(item.atMs)
        const before = newestFirst[place - 1]
        const isNewDay = before === undefined || moment.date(before.atMs) !== day
        return (
          <li key={keyOf(item)} className="od-timeline-item">
            <span className="od-timeline-day">{isNewDay ? day : ''}</span>
            <span className="od-timeline-time">{hasTime(item) && moment.time(item.atMs)}</span>
            <TimelineRow item={item} />
          </li>
        )
      })}
    </ol>
  )
}

/** A signature has a day but no hour, and so has what came in writing on an earlier day. */
function hasTime(item: TimelineItem): boolean {
  if (item.type === 'opt_out') return !isWritten(item.source) || item.atMs === item.recordedAtMs
  return item.type !== 'consent' || item.source !== 'paper'
}

function keyOf(item: TimelineItem): string {
  const own =
    item.type === 'opt_out' ? item.id : 'deliveryId' in item ? item.deliveryId : 'purpose' in item ? item.purpose : ''
  return `${item.type}${item.atMs}${own}`
}
