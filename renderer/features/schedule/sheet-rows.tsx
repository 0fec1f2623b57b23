import { CalendarX2 } from 'lucide-react'
import { DataGrid } from '../../design/data-grid.tsx'
import type { GridColumn } from '../../design/data-grid.tsx'
import { PhoneNumber, PrivateText } from '../../design/private-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import type { SheetPreview } from './sheet-mapping.ts'
import { VerdictWords } from './verdict-words.tsx'

type SheetRow = SheetPreview['rows'][number]

/** The first good rows as they would be taken in, each with whether its person may be texted. */
export function SheetRows({ preview }: { readonly preview: SheetPreview }) {
  const text = useText()
  const columns = useColumns()
  return (
    <DataGrid
      label={text('sheet.view.rows')}
      columns={columns}
      rows={preview.rows}
      idOf={(row) => String(row.row)}
      textOf={(row) => row.displayName}
      rowHeight={52}
      empty={<p className="od-list-none">{text('sheet.no_rows')}</p>}
    />
  )
}

function useColumns(): readonly GridColumn<SheetRow>[] {
  const text = useText()
  const moment = useMoment()
  return [
    {
      id: 'row',
      header: text('sheet.row'),
      width: 64,
      cell: ({ row }) => <span className="od-meta od-number">{row}</span>,
    },
    {
      id: 'when',
      header: text('schedule.column.time'),
      width: 176,
      cell: ({ startsAtMs }) => (
        <span className="od-number">
          {moment.shortDay(startsAtMs)}, {moment.time(startsAtMs)}
        </span>
      ),
    },
    {
      id: 'person',
      header: text('schedule.column.person'),
      width: '3fr',
      isRowHeader: true,
      cell: (row) => (
        <span className="od-visit">
          <span className="od-clip od-thread-name">
            <PrivateText>{row.displayName}</PrivateText>
          </span>
          <span className="od-meta od-clip">
            {row.e164 !== null && <PhoneNumber e164={row.e164} />}
            {row.e164 !== null && !row.isKnown && ' · '}
            {!row.isKnown && text('sheet.new_person')}
          </span>
        </span>
      ),
    },
    {
      id: 'visit',
      header: text('schedule.column.visit'),
      width: '2fr',
      cell: (row) => (
        <span className="od-visit">
          <span className="od-clip">{row.provider}</span>
          <span className="od-meta od-clip">
            {row.isCancelled && <CalendarX2 size={14} aria-hidden />}{' '}
            {row.isCancelled ? text('schedule.cancelled') : row.visitType}
          </span>
        </span>
      ),
    },
    {
      id: 'verdict',
      header: text('schedule.column.verdict'),
      width: '4fr',
      cell: (row) => <VerdictWords verdict={row} />,
    },
  ]
}
