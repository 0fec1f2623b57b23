import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DataGrid } from './data-grid.tsx'
import { PickList } from './pick-list.tsx'

const ROWS = Array.from({ length: 500 }, (_, place) => ({ id: `row-${place}`, name: `Person ${place}` }))

/** The test page has no layout, so the room for the list is said here; rows in sight follow from it. */
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(320)
})

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

async function press(key: string) {
  const focused = document.activeElement ?? document.body
  await act(async () => {
    fireEvent.keyDown(focused, { key })
    fireEvent.keyUp(focused, { key })
  })
}

describe('a pick list', () => {
  function show(onSelect: (id: string) => void, selectedId: string | null = 'row-0') {
    render(
      <PickList
        label="People"
        items={ROWS}
        idOf={(row) => row.id}
        textOf={(row) => row.name}
        renderRow={(row) => row.name}
        rowHeight={32}
        selectedId={selectedId}
        onSelect={onSelect}
      />,
    )
    act(() => screen.getAllByRole('row')[0]?.focus())
  }

  it('keeps only the rows in sight', () => {
    show(() => undefined)
    expect(screen.getAllByRole('row').length).toBeLessThan(60)
  })

  it.each(['ArrowDown', 'j'])('chooses the next row with %s', async (key) => {
    const onSelect = vi.fn<(id: string) => void>()
    show(onSelect)
    await press(key)
    expect(onSelect).toHaveBeenLastCalledWith('row-1')
  })

  it('comes back with k', async () => {
    const onSelect = vi.fn<(id: string) => void>()
    show(onSelect)
    await press('j')
    await press('j')
    await press('k')
    expect(onSelect).toHaveBeenLastCalledWith('row-1')
  })

  it('goes to the very end with End, though that row did not exist', async () => {
    const onSelect = vi.fn<(id: string) => void>()
    show(onSelect)
    await press('End')
    expect(onSelect).toHaveBeenLastCalledWith('row-499')
  })
})

describe('a data grid', () => {
  it('moves by row and by cell, and opens with Enter', async () => {
    const onOpen = vi.fn<(id: string) => void>()
    render(
      <DataGrid
        label="Rows"
        columns={[
          { id: 'name', header: 'Name', width: '1fr', cell: (row) => row.name, isRowHeader: true },
          { id: 'id', header: 'Id', width: 100, cell: (row) => row.id },
        ]}
        rows={ROWS}
        idOf={(row) => row.id}
        textOf={(row) => row.name}
        onOpen={onOpen}
      />,
    )
    const first = screen.getAllByRole('row')[1]
    act(() => first?.focus())
    await press('ArrowDown')
    expect(document.activeElement?.textContent).toContain('Person 1')
    await press('ArrowRight')
    expect(document.activeElement?.getAttribute('role')).toBe('rowheader')
    await press('ArrowLeft')
    await press('Enter')
    expect(onOpen).toHaveBeenLastCalledWith('row-1')
  })
})
