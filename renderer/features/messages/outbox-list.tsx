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

/** The views of the outbox: what waits, what nobody knows the end of, and what did not go out. */
export const OUTBOX_STATES = {
  waiting: ['held', 'queued', 'sending'],
  doubt: ['needs_person', 'in_doubt'],
  trouble: ['failed', 'undeliverable', 'rejected'],
} as const satisfies Record<string, readonly Delivery['state'][]>

/** As many as one look holds; the rest follow as these are settled. */
export const OUTBOX_LIMIT = 200

/** Messages on their way out, each with why it stands where it stands. `onSelect` is told which was chosen. */
export function OutboxList(props: {
  readonly view: keyof typeof OUTBOX_STATES
  readonly selected: string | null
  readonly onSelect: (delivery: Delivery) => void
}) {
  const text = useText()
  const errorText = useErrorText()
  const list = useRead('queue.list', { states: [...OUTBOX_STATES[props.view]], limit: OUTBOX_LIMIT })
  if (list.error) return <Notice tone="brick">{errorText(list.error)}</Notice>
  if (!list.value) return <Skeleton />
  const { deliveries, total } = list.value
  const chosen = deliveries.find(({ id, e164 }) => id === props.selected || e164 === props.selected)
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
          if (delivery) props.onSelect(delivery)
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
