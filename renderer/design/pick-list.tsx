import type { ReactNode } from 'react'
import { GridList, GridListItem, GridListLoadMoreItem, ListLayout, Virtualizer } from 'react-aria-components'
import { useFirstDrawing } from './first-drawing.ts'
import { moveByLetter } from './move-by-letter.ts'
import './list.css'

const ROW_HEIGHT_PX = 52

/** What a {@link PickList} shows and tells. */
export interface PickListProps<T extends object> {
  readonly label: string
  readonly items: readonly T[]
  readonly idOf: (item: T) => string
  /** The row in words, for screen readers and for typing ahead. */
  readonly textOf: (item: T) => string
  readonly renderRow: (item: T) => ReactNode
  readonly selectedId: string | null
  /** The row on which the arrow keys stand is the chosen one: the detail beside follows. */
  readonly onSelect: (id: string) => void
  /** Enter or a double press. */
  readonly onOpen?: (id: string) => void
  readonly rowHeight?: number
  readonly empty?: ReactNode
  /** Asked for when the end comes into sight, while there is more. */
  readonly onMore?: (() => void) | undefined
}

/** A long list of which one row is chosen; only the rows in sight exist. Arrows, Home, End, Page keys, J and K move. */
export function PickList<T extends object>(props: PickListProps<T>) {
  if (useFirstDrawing() && props.items.length > 0) return <FirstRows {...props} />
  return (
    <div className="od-pick-frame" data-list onKeyDownCapture={moveByLetter}>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: props.rowHeight ?? ROW_HEIGHT_PX }}>
        <GridList
          aria-label={props.label}
          className="od-pick-list"
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          disallowTypeAhead
          selectedKeys={props.selectedId === null ? [] : [props.selectedId]}
          onSelectionChange={(keys) => {
            const [first] = keys === 'all' ? [] : keys
            if (typeof first === 'string') props.onSelect(first)
          }}
          {...(props.onOpen ? { onAction: (key) => props.onOpen?.(String(key)) } : {})}
          renderEmptyState={() => props.empty ?? null}
        >
          {props.items.map((item) => (
            <GridListItem
              key={props.idOf(item)}
              id={props.idOf(item)}
              textValue={props.textOf(item)}
              className="od-pick-item"
            >
              {props.renderRow(item)}
            </GridListItem>
          ))}
          {props.onMore && <GridListLoadMoreItem onLoadMore={props.onMore} isLoading={false} />}
        </GridList>
      </Virtualizer>
    </div>
  )
}

/** The same rows at the same places, a frame before there is a list that a hand can walk. */
function FirstRows<T extends object>(props: PickListProps<T>) {
  const height = props.rowHeight ?? ROW_HEIGHT_PX
  return (
    <div className="od-pick-frame" aria-busy>
      <div className="od-pick-list">
        {props.items.slice(0, Math.ceil(window.screen.height / height)).map((item) => (
          <div key={props.idOf(item)} style={{ height }}>
            <div className="od-pick-item">{props.renderRow(item)}</div>
          </div>
        ))}
      </div>
    </div>
  )
}
