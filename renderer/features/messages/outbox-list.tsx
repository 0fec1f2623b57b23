import { useRead } from '../../api/queries.ts'
import { Notice } from '../../design/notice.tsx'
import { PickList } from '../../design/pick-list.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { DeliveryStateWord } from '../../design/state-word.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import type { Delivery } from './delivery-truth.ts'
import { useTruth } from './use-truth.ts'

/** The views of the outbox: what waits, and what needs a person or did not go out. */
export const OUTBOX_STATES = {
  waiting: ['held', 'queued', 'sending'],
  trouble: ['in_doubt', 'needs_person', 'failed', 'undeliverable', 'rejected'],
} as const satisfies Record<string, readonly Delivery['state'][]>

/** As many as one look holds; the rest follow as these are settled. */
export const OUTBOX_LIMIT = 200

/** Messages on their way out, each with why it stands where it stands. Choosing one opens its conversation. */
export function OutboxList(props: {
  readonly view: keyof typeof OUTBOX_STATES
  readonly selected: string | null
  readonly onSelect: (e164: string) => void
}) {
  const text = useText()
  const errorText = useErrorText()
  const list = useRead('queue.list', { states: [...OUTBOX_STATES[props.view]], limit: OUTBOX_LIMIT })
  if (list.error) return <Notice tone="brick">{errorText(list.error)}</Notice>
  if (!list.value) return <Skeleton />
  const { deliveries, total } = list.value
  const chosen = deliveries.find(({ e164 }) => e164 === props.selected)
  return (
    <>
      <PickList
        label={text(`messages.view.${props.view}`)}
        items={deliveries}
        idOf={({ id }) => id}
        textOf={({ displayName }) => displayName}
        renderRow={(delivery) => <OutboxLine delivery={delivery} />}
        selectedId={chosen?.id ?? null}
        onSelect={(id) => {
          const delivery = deliveries.find((one) => one.id === id)
          if (delivery) props.onSelect(delivery.e164)
        }}
        rowHeight={64}
        empty={<p className="od-list-none">{text(`messages.none.${props.view}`)}</p>}
      />
      {total > deliveries.length && (
        <p className="od-list-none">{text('messages.more', { count: total - deliveries.length })}</p>
      )}
    </>
  )
}

function OutboxLine({ delivery }: { readonly delivery: Delivery }) {
  const truth = useTruth()
  return (
    <div className="od-outbox-line">
      <span className="od-thread-name od-clip">
        <PrivateText>{delivery.displayName}</PrivateText>
      </span>
      <DeliveryStateWord state={delivery.state} />
      <span className="od-meta od-clip">{truth(delivery)}</span>
    </div>
  )
}
