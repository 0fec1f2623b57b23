import type { ReactNode } from 'react'
import {
  Cell,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  TableLoadMoreItem,
  Virtualizer,
} from 'react-aria-components'
import { moveByLetter } from './move-by-letter.ts'
import { RowTick } from './row-tick.tsx'
import './list.css'

/** One column of a {@link DataGrid}; `width` in pixels or as a share of what is left (`'2fr'`). */
export interface GridColumn<T> {
  readonly id: string
  readonly header: string
  readonly width: number | `${number}fr`
  readonly cell: (row: T) => ReactNode
  /** The column that names the row to a screen reader. */
  readonly isRowHeader?: boolean
}

/** What a {@link DataGrid} shows and tells. */
export interface DataGridProps<T extends object> {
  readonly label: string
  readonly columns: readonly GridColumn<T>[]
  readonly rows: readonly T[]
  readonly idOf: (row: T) => string
  readonly textOf: (row: T) => string
  readonly rowHeight?: number
  readonly empty?: ReactNode
  /** Asked for when the end comes into sight, while there is more. */
  readonly onMore?: (() => void) | undefined
  readonly onOpen?: (id: string) => void
  /** Given when rows can be ticked; the set of ticked ids. */
  readonly selectedIds?: ReadonlySet<string>
  readonly onSelect?: (ids: ReadonlySet<string>) => void
}

/** A table of many rows with a spreadsheet's keys: arrows by cell and row, Home, End, Page keys, Enter opens. */
export function DataGrid<T extends object>(props: DataGridProps<T>) {
  const allIds = () => new Set(props.rows.map(props.idOf))
  return (
    <div className="od-grid-frame" data-list onKeyDownCapture={moveByLetter}>
      <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight: props.rowHeight ?? 32, headingHeight: 32 }}>
        <Table
          aria-label={props.label}
          className="od-grid"
          selectionMode={props.onSelect ? 'multiple' : 'none'}
          selectionBehavior="toggle"
          selectedKeys={props.selectedIds ?? []}
          onSelectionChange={(keys) => props.onSelect?.(keys === 'all' ? allIds() : new Set(Array.from(keys, String)))}
          {...(props.onOpen ? { onRowAction: (key) => props.onOpen?.(String(key)) } : {})}
        >
          <TableHeader className="od-grid-head">
            {props.onSelect && (
              <Column id="tick" width={40} minWidth={40} className="od-grid-column">
                <RowTick />
              </Column>
            )}
            {props.columns.map((column) => (
              <Column
                key={column.id}
                id={column.id}
                width={column.width}
                isRowHeader={column.isRowHeader ?? false}
                className="od-grid-column"
              >
                {column.header}
              </Column>
            ))}
          </TableHeader>
          <TableBody renderEmptyState={() => props.empty ?? null}>
            {props.rows.map((row) => (
              <Row key={props.idOf(row)} id={props.idOf(row)} textValue={props.textOf(row)} className="od-grid-row">
                {props.onSelect && (
                  <Cell className="od-grid-cell">
                    <RowTick />
                  </Cell>
                )}
                {props.columns.map((column) => (
                  <Cell key={column.id} className="od-grid-cell">
                    {column.cell(row)}
                  </Cell>
                ))}
              </Row>
            ))}
            {props.onMore && <TableLoadMoreItem onLoadMore={props.onMore} isLoading={false} />}
          </TableBody>
        </Table>
      </Virtualizer>
    </div>
  )
}
