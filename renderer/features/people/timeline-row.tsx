import { CalendarDays, FileText, MessageSquare, Reply, ShieldCheck, ShieldX } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { assertNever } from '../../../shared/result.ts'
import { paths } from '../../app/paths.ts'
import { PrivateText } from '../../design/private-text.tsx'
import { DeliveryStateWord } from '../../design/state-word.tsx'
import type { Tone } from '../../design/state-look.ts'
import { useText } from '../../i18n/use-text.ts'
import { StopRow } from '../stops/stop-row.tsx'
import type { TimelineItem } from './timeline.tsx'

type Of<Type extends TimelineItem['type']> = Extract<TimelineItem, { type: Type }>

/** One line of the timeline: what happened, in words, with its proof a click away. */
export function TimelineRow({ item }: { readonly item: TimelineItem }) {
  switch (item.type) {
    case 'consent':
      return <ConsentRow item={item} />
    case 'form':
      return <FormRow item={item} />
    case 'opt_out':
      return <StopRow stop={item} />
    case 'message_out':
      return <MessageOutRow item={item} />
    case 'message_in':
      return <MessageInRow item={item} />
    case 'appointment':
      return <AppointmentRow item={item} />
    default:
      return assertNever(item)
  }
}

function Line(props: { readonly icon: LucideIcon; readonly tone: Tone; readonly children: ReactNode }) {
  const { icon: Icon } = props
  return (
    <>
      <span className="od-state od-timeline-icon" data-tone={props.tone}>
        <Icon size={16} aria-hidden />
      </span>
      <div className="od-timeline-words">{props.children}</div>
    </>
  )
}

function ConsentRow({ item }: { readonly item: Of<'consent'> }) {
  const text = useText()
  const isGiven = item.kind === 'granted' || item.kind === 'confirmed'
  return (
    <Line icon={isGiven ? ShieldCheck : ShieldX} tone={isGiven ? 'may' : 'brick'}>
      {text(`timeline.consent.${item.kind}`, {
        purpose: text(`purpose.${item.purpose}`),
        source: item.source,
        staff: item.staffName ?? '',
        hasStaff: item.staffName === null ? 'no' : 'yes',
      })}
      {item.formId !== null && (
        <>
          {' '}
          <Link to={paths.form(item.formId)}>{text('person.form', { code: item.formCode ?? '' })}</Link>
        </>
      )}
    </Line>
  )
}

function FormRow({ item }: { readonly item: Of<'form'> }) {
  const text = useText()
  return (
    <Line icon={FileText} tone="plain">
      {text('timeline.form')}{' '}
      <Link to={paths.form(item.formId)}>
        <PrivateText>{item.name}</PrivateText>
      </Link>
    </Line>
  )
}

function MessageOutRow({ item }: { readonly item: Of<'message_out'> }) {
  const text = useText()
  return (
    <Line icon={MessageSquare} tone="plain">
      <Link to={paths.thread(item.e164)} className="od-timeline-body">
        {item.body === '' ? text('media.alone') : <PrivateText>{item.body}</PrivateText>}
      </Link>
      <DeliveryStateWord state={item.state} />
    </Line>
  )
}

function MessageInRow({ item }: { readonly item: Of<'message_in'> }) {
  const text = useText()
  const meaning = item.decision === null ? item.meaning : `maybe_stop.${item.decision}`
  return (
    <Line icon={Reply} tone="plain">
      <span className="od-meta">{text('timeline.answered')}</span>{' '}
      <Link to={paths.thread(item.e164)} className="od-timeline-body">
        <PrivateText>{item.body}</PrivateText>
      </Link>{' '}
      {item.meaning === 'maybe_stop' && <span className="od-meta">{text(`messages.meaning.${meaning}`)}</span>}
    </Line>
  )
}

function AppointmentRow({ item }: { readonly item: Of<'appointment'> }) {
  const text = useText()
  const words = [item.visitType, item.provider].filter((part) => part !== '').join(' · ')
  return (
    <Line icon={CalendarDays} tone="plain">
      {text(item.isCancelled ? 'timeline.appointment_cancelled' : 'timeline.appointment')}{' '}
      <span className="od-meta">
        <PrivateText>{words}</PrivateText>
      </span>
    </Line>
  )
}
