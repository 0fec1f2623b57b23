import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { beginFirstDrawing } from './first-drawing.ts'
import { PickList } from './pick-list.tsx'

const people = [{ id: 'ada' }, { id: 'ben' }]

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(300)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

function showPeople() {
  const idOf = ({ id }: { readonly id: string }) => id
  render(
    <PickList
      label="People"
      items={people}
      idOf={idOf}
      textOf={idOf}
      renderRow={idOf}
      selectedId={null}
      onSelect={() => {}}
    />,
  )
}

it('shows the rows of a list at once and makes them a list that the keyboard can walk a frame later', async () => {
  beginFirstDrawing()
  showPeople()
  expect(screen.getByText('ada')).toBeTruthy()
  expect(screen.queryByRole('grid')).toBeNull()
  const list = await screen.findByRole('grid', { name: 'People' })
  expect(list.textContent).toBe('adaben')
})

it('is over for every list once the first was drawn', async () => {
  beginFirstDrawing()
  showPeople()
  await screen.findByRole('grid')
  cleanup()
  showPeople()
  expect(screen.getByRole('grid')).toBeTruthy()
})
