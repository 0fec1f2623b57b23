import { DataGrid } from '../../design/data-grid.tsx'
import type { GridColumn } from '../../design/data-grid.tsx'
import { useText } from '../../i18n/use-text.ts'
import type { SheetPreview } from './sheet-mapping.ts'

type Problem = SheetPreview['problems'][number]

/** The rows that are not taken in, each with its cause and the words that caused it. */
export function SheetProblems({ preview }: { readonly preview: SheetPreview }) {
  const text = useText()
  const { problems, problemCount } = preview
  const columns = useColumns()
  return (
    <>
      <DataGrid
        label={text('sheet.view.problems')}
        columns={columns}
        rows={problems}
        idOf={(problem) => `${problem.row} ${problem.column ?? ''} ${problem.code}`}
        textOf={(problem) => text('sheet.row_name', { row: problem.row })}
        rowHeight={40}
        empty={<p className="od-list-none">{text('sheet.no_problems')}</p>}
      />
      {problemCount > problems.length && (
        <p className="od-list-none">{text('messages.more', { count: problemCount - problems.length })}</p>
      )}
    </>
  )
}

function useColumns(): readonly GridColumn<Problem>[] {
  const text = useText()
  return [
    {
      id: 'row',
      header: text('sheet.row'),
      width: 80,
      isRowHeader: true,
      cell: ({ row }) => <span className="od-number">{row}</span>,
    },
    {
      id: 'cause',
      header: text('sheet.cause'),
      width: '3fr',
      cell: (problem) => (
        <span className="od-clip">
          {text(`sheet.problem.${problem.code}`, {
            column: problem.column === null ? '' : text(`sheet.column.${problem.column}`),
          })}
        </span>
      ),
    },
    {
      id: 'value',
      header: text('sheet.value'),
      width: '2fr',
      cell: ({ value }) => <span className="od-clip od-private">{value}</span>,
    },
  ]
}
