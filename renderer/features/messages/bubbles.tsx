import { Fragment, useLayoutEffect, useRef } from 'react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { isoDay } from '../../../shared/time.ts'
import { PrivateText } from '../../design/private-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { MediaStrip } from '../attachments/media-picture.tsx'
import { DeliveryFoot } from './delivery-foot.tsx'

type Item = OutputOf<'threads.get'>['items'][number]

/** The messages of a conversation in their order, each day under its name; the newest is in sight. */
export function Bubbles({ items, name }: { readonly items: readonly Item[]; readonly name: string }) {
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
        <Fragment key={item.direction === 'in' ? item.inboundId : item.delivery.id}>
          {days[place] !== days[place - 1] && <h3 className="od-bubble-day">{moment.longDay(item.atMs)}</h3>}
          {item.direction === 'in' ? <Answer item={item} /> : <Sent item={item} />}
        </Fragment>
      ))}
    </div>
  )
}

function Sent({ item }: { readonly item: Extract<Item, { direction: 'out' }> }) {
  const text = useText()
  return (
    <article className="od-bubble-row" data-direction="out">
      <MediaStrip media={item.media} />
      {item.delivery.body !== '' && (
        <p className="od-bubble">
          <PrivateText>{item.delivery.body}</PrivateText>
        </p>
      )}
      <DeliveryFoot delivery={item.delivery} by={item.staffName ?? text('messages.by_itself')} />
    </article>
  )
}

function Answer({ item }: { readonly item: Extract<Item, { direction: 'in' }> }) {
  const text = useText()
  const moment = useMoment()
  const meaning = item.decision === null ? item.meaning : `maybe_stop.${item.decision}`
  return (
    <article className="od-bubble-row" data-direction="in">
      {item.body !== '' && (
        <p className="od-bubble">
          <PrivateText>{item.body}</PrivateText>
        </p>
      )}
      {item.attachments > 0 && <p className="od-meta">{text('messages.came_with', { count: item.attachments })}</p>}
      <p className="od-bubble-foot">
        <span className="od-number">{moment.time(item.atMs)}</span>
        {item.meaning !== 'text' && <span>{text(`messages.meaning.${meaning}`)}</span>}
        {item.decidedBy !== null && <span>{text('messages.decided.by', { staff: item.decidedBy })}</span>}
      </p>
    </article>
  )
}
