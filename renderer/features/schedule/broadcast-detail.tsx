import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead } from '../../api/queries.ts'
import { paths } from '../../app/paths.ts'
import { useNow } from '../../app/use-now.ts'
import { DataGrid } from '../../design/data-grid.tsx'
import type { GridColumn } from '../../design/data-grid.tsx'
import { DefinitionRows } from '../../design/definition-rows.tsx'
import { Disclosure } from '../../design/disclosure.tsx'
import { Notice } from '../../design/notice.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { DeliveryStateWord } from '../../design/state-word.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { MediaStrip } from '../attachments/media-picture.tsx'
import { LeftOutList } from '../compose/left-out-dialog.tsx'
import { useTruth } from '../messages/use-truth.ts'
import { BroadcastActions } from './broadcast-actions.tsx'
import { BroadcastStateWord } from './broadcast-state-word.tsx'
import { CostLine } from './cost-line.tsx'

type Broadcast = OutputOf<'broadcasts.get'>
type Delivery = Broadcast['deliveries'][number]

/** One message to many: its words, how each copy stands, who was left out and why, and what can still be done. */
export function BroadcastDetail({ id }: { readonly id: string }) {
  const errorText = useErrorText()
  const navigate = useNavigate()
  const text = useText()
  const columns = useColumns()
  const broadcast = useRead('broadcasts.get', { id })
  if (broadcast.error) return <Notice tone="brick">{errorText(broadcast.error)}</Notice>
  if (!broadcast.value) return <Skeleton />
  const { value } = broadcast
  return (
    <div className="od-day-detail">
      <header className="od-detail-head">
        <div>
          <h2 className="od-private">{value.title}</h2>
          <BroadcastStateWord state={value.state} />
        </div>
        <BroadcastActions broadcast={value} />
      </header>
      <Facts broadcast={value} />
      <DataGrid
        label={text('broadcast.copies')}
        columns={columns}
        rows={value.deliveries}
        idOf={(delivery) => delivery.id}
        textOf={(delivery) => delivery.displayName}
        rowHeight={40}
        onOpen={(deliveryId) => {
          const delivery = value.deliveries.find((one) => one.id === deliveryId)
          if (delivery) void navigate(paths.thread(delivery.e164))
        }}
      />
    </div>
  )
}

function Facts({ broadcast }: { readonly broadcast: Broadcast }) {
  const text = useText()
  const moment = useMoment()
  const now = useNow()
  return (
    <div className="od-broadcast-facts">
      <MediaStrip media={broadcast.media} />
      {broadcast.body !== '' && (
        <blockquote className="od-printed">
          <PrivateText>{broadcast.body}</PrivateText>
        </blockquote>
      )}
      <DefinitionRows
        rows={[
          [text('broadcast.by'), `${broadcast.staffName}, ${moment.when(broadcast.createdAtMs, now)}`],
          [text('broadcast.from'), moment.when(broadcast.startsAtMs, now)],
          [text('broadcast.purpose'), text(`purpose.${broadcast.purpose}`)],
          [text('broadcast.stand'), <Counts key="counts" counts={broadcast.counts} />],
          [text('broadcast.cost'), <CostLine key="cost" costs={broadcast.costs} total={broadcast.total} />],
        ]}
      />
      {broadcast.leftOut.length > 0 && (
        <Disclosure title={text('compose.left_out.title', { count: broadcast.leftOut.length })}>
          <LeftOutList leftOut={broadcast.leftOut} />
        </Disclosure>
      )}
    </div>
  )
}

/** How many copies stand where, each state with its word; what is at its end comes last. */
function Counts({ counts }: { readonly counts: Broadcast['counts'] }) {
  const entries = Object.entries(counts).filter(([, count]) => count > 0) as [Delivery['state'], number][]
  return (
    <span className="od-broadcast-counts">
      {entries.map(([state, count]) => (
        <span key={state}>
          <span className="od-number">{count}</span> <DeliveryStateWord state={state} />
        </span>
      ))}
    </span>
  )
}

function useColumns(): readonly GridColumn<Delivery>[] {
  const text = useText()
  const truth = useTruth()
  return [
    {
      id: 'person',
      header: text('schedule.column.person'),
      width: '2fr',
      isRowHeader: true,
      cell: (delivery) => (
        <span className="od-clip od-thread-name">
          <PrivateText>{delivery.displayName}</PrivateText>
        </span>
      ),
    },
    {
      id: 'state',
      header: text('broadcast.column.state'),
      width: 168,
      cell: (row) => <DeliveryStateWord state={row.state} />,
    },
    {
      id: 'truth',
      header: text('broadcast.column.truth'),
      width: '4fr',
      cell: (delivery) => <span className="od-meta od-clip">{truth(delivery)}</span>,
    },
  ]
}
