import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useCopyPages } from '../../api/queries.ts'
import { paths } from '../../app/paths.ts'
import { DataGrid } from '../../design/data-grid.tsx'
import type { GridColumn } from '../../design/data-grid.tsx'
import { Notice } from '../../design/notice.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { DeliveryStateWord } from '../../design/state-word.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { useTruth } from '../messages/use-truth.ts'

type Delivery = OutputOf<'broadcasts.copies'>['deliveries'][number]

/** Each person's copy of a message to many and where it stands; more are read as one scrolls. */
export function BroadcastCopies({ id }: { readonly id: string }) {
  const text = useText()
  const errorText = useErrorText()
  const navigate = useNavigate()
  const columns = useColumns()
  const { copies, error, hasMore, more } = useCopyPages(id)
  if (error) return <Notice tone="brick">{errorText(error)}</Notice>
  return (
    <DataGrid
      label={text('broadcast.copies')}
      columns={columns}
      rows={copies}
      idOf={(delivery) => delivery.id}
      textOf={(delivery) => delivery.displayName}
      rowHeight={40}
      onMore={hasMore ? more : undefined}
      onOpen={(deliveryId) => {
        const delivery = copies.find((one) => one.id === deliveryId)
        if (delivery) void navigate(paths.thread(delivery.e164))
      }}
    />
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
