import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DataGrid } from './data-grid.tsx'

interface Row {
  readonly id: string
}

const COLUMNS = [{ id: 'id', header: 'Row', width: '1fr', isRowHeader: true, cell: ({ id }: Row) => id }] as const
const rows = Array.from({ length: 20 }, (_, n): Row => ({ id: `row ${n}` }))

/** Whoever watches for the end of the list, told by the test that it came into sight. */
const watchers: IntersectionObserverCallback[] = []

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(4000)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800)
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: IntersectionObserverCallback) {
        watchers.push(callback)
      }
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
})
afterEach(() => {
  cleanup()
  watchers.length = 0
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

function show(onMore: (() => void) | undefined) {
  const words = { label: 'Rows', idOf: ({ id }: Row) => id, textOf: ({ id }: Row) => id }
  render(<DataGrid {...words} columns={COLUMNS} rows={rows} onMore={onMore} />)
}

function bringEndIntoSight() {
  const seen = [{ isIntersecting: true }] as unknown as IntersectionObserverEntry[]
  act(() => {
    for (const watcher of watchers) watcher(seen, {} as IntersectionObserver)
  })
}

it('asks for more rows when its end comes into sight', () => {
  const more = vi.fn()
  show(more)
  bringEndIntoSight()
  expect(more).toHaveBeenCalled()
})

it('watches for nothing where all rows are there', () => {
  show(undefined)
  expect(watchers).toEqual([])
})
