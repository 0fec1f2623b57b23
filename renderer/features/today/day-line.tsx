import { Clock, Send } from 'lucide-react'
import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../design/button.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { SectionHeading } from '../../design/section-heading.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'

type Day = OutputOf<'today.get'>
type Item = Day['line'][number]

/** Appointments are the many: a dot is enough for them, and what goes out stands out. */
const ICONS = { appointment: null, waiting: Clock, broadcast: Send } as const

/** The day as a line from top to bottom: appointments, what goes out when, and where now is. */
export function DayLine({ day }: { readonly day: Day }) {
  const text = useText()
  const navigate = useNavigate()
  const nowPlace = day.line.findIndex((item) => item.atMs > day.nowMs)
  const before = nowPlace < 0 ? day.line : day.line.slice(0, nowPlace)
  const after = nowPlace < 0 ? [] : day.line.slice(nowPlace)
  const open = (
    <Button kind="plain" onPress={() => void navigate(paths.day(day.isoDay))}>
      {text('today.open_schedule')}
    </Button>
  )
  return (
    <aside className="od-day" aria-label={text('today.line')}>
      <SectionHeading actions={open}>{text('today.line')}</SectionHeading>
      {day.line.length === 0 && <p className="od-meta">{text('today.line.empty')}</p>}
      <ol className="od-day-line">
        <Items items={before} isPast />
        {day.line.length > 0 && <Now atMs={day.nowMs} />}
        <Items items={after} isPast={false} />
      </ol>
    </aside>
  )
}

function Now({ atMs }: { readonly atMs: number }) {
  const text = useText()
  const moment = useMoment()
  return (
    <li className="od-day-now">
      <span className="od-day-time">{moment.time(atMs)}</span>
      <span>{text('today.now')}</span>
    </li>
  )
}

function Items({ items, isPast }: { readonly items: readonly Item[]; readonly isPast: boolean }) {
  const moment = useMoment()
  return items.map((item) => {
    const Icon = ICONS[item.kind]
    return (
      <li key={`${item.kind}${item.atMs}${item.targetId ?? item.title}`} className="od-day-item" data-past={isPast}>
        <span className="od-day-time">{moment.time(item.atMs)}</span>
        <span className="od-day-kind" data-kind={item.kind}>
          {Icon ? <Icon size={16} aria-hidden /> : <i className="od-day-dot" />}
        </span>
        <ItemWords item={item} />
      </li>
    )
  })
}

function ItemWords({ item }: { readonly item: Item }) {
  const text = useText()
  if (item.kind === 'appointment') {
    return (
      <span className="od-day-words">
        <PrivateText>{item.title}</PrivateText>
        <span className="od-meta">{item.detail}</span>
      </span>
    )
  }
  return (
    <span className="od-day-words">
      {text(`today.line.${item.kind}`, { count: item.count })}
      <span className="od-meta">
        <PrivateText>{item.title}</PrivateText>
      </span>
    </span>
  )
}
