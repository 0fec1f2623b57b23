import { Split } from 'lucide-react'
import { Fragment, useLayoutEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { isoDay } from '../../../shared/time.ts'
import { paths } from '../../app/paths.ts'
import { Disclosure } from '../../design/disclosure.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { DeliveryStateWord } from '../../design/state-word.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { DoubtActions } from '../messages/doubt-actions.tsx'
import { useTruth } from '../messages/use-truth.ts'

type Item = OutputOf<'groups.get'>['items'][number]
type Sent = Extract<Item, { kind: 'out' }>

/** What was said in a group, each message with how many copies arrived; the newest is in sight. */
export function GroupBubbles({ items, name }: { readonly items: readonly Item[]; readonly name: string }) {
  const text = useText()
  const moment = useMoment()
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    box.current?.scrollTo({ top: box.current.scrollHeight })
  }, [items.length])
  const days = items.map((item) => isoDay(item.atMs, moment.zone))
  return (
    <div className="od-bubbles" ref={box} role="log" aria-label={text('messages.with', { name })} tabIndex={0}>
      {items.map((item, place) => (
        <Fragment key={keyOf(item)}>
          {days[place] !== days[place - 1] && <h3 className="od-bubble-day">{moment.longDay(item.atMs)}</h3>}
          {item.kind === 'out' && <SentBubble item={item} />}
          {item.kind === 'in' && <AnswerBubble item={item} />}
          {item.kind === 'new_thread' && <NewThread item={item} />}
        </Fragment>
      ))}
    </div>
  )
}

function keyOf(item: Item): string {
  if (item.kind === 'out') return item.messageId
  return item.kind === 'in' ? item.inboundId : `new ${item.atMs}`
}

function SentBubble({ item }: { readonly item: Sent }) {
  const text = useText()
  const { progress } = item
  return (
    <article className="od-bubble-row" data-direction="out">
      <p className="od-bubble">
        <PrivateText>{item.body}</PrivateText>
      </p>
      <div className="od-bubble-foot">
        <span className="od-group-progress">{text('groups.progress', { ...progress })}</span>
        {item.staffName !== null && <span>{item.staffName}</span>}
        <Disclosure title={text('groups.copies')}>
          <Copies copies={item.copies} />
        </Disclosure>
      </div>
    </article>
  )
}

function Copies({ copies }: Pick<Sent, 'copies'>) {
  const text = useText()
  const truth = useTruth()
  return (
    <ul className="od-group-copies">
      {copies.map((copy) => (
        <li key={copy.id}>
          <PrivateText>{copy.displayName}</PrivateText>
          <DeliveryStateWord state={copy.state} />
          <span className="od-meta">{truth(copy)}</span>
          {copy.heldBy === 'decision' && (
            <Link className="od-link" to={paths.thread(copy.e164)}>
              {text('need.maybe_stop.action')}
            </Link>
          )}
          {(copy.state === 'in_doubt' || copy.state === 'needs_person') && <DoubtActions delivery={copy} />}
        </li>
      ))}
    </ul>
  )
}

function AnswerBubble({ item }: { readonly item: Extract<Item, { kind: 'in' }> }) {
  const text = useText()
  const moment = useMoment()
  return (
    <article className="od-bubble-row" data-direction="in">
      <p className="od-bubble">
        <PrivateText>{item.body}</PrivateText>
      </p>
      <p className="od-bubble-foot">
        <PrivateText>{item.displayName}</PrivateText>
        <span className="od-number">{moment.time(item.atMs)}</span>
        {item.meaning !== 'text' && <span>{text(`messages.meaning.${item.meaning}`)}</span>}
      </p>
    </article>
  )
}

function NewThread({ item }: { readonly item: Extract<Item, { kind: 'new_thread' }> }) {
  const text = useText()
  const names = item.left.map(({ displayName }) => displayName).join(', ')
  return (
    <p className="od-group-new">
      <Split size={16} aria-hidden />
      <span className="od-private">{text('groups.new_thread', { names, count: item.left.length })}</span>
    </p>
  )
}
