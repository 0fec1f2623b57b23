import { expect, it } from 'vitest'
import { assignColumn, columnAt } from './sheet-mapping.ts'
import type { SheetMapping } from './sheet-mapping.ts'

const mapping: SheetMapping = {
  date: 0,
  time: 1,
  name: 2,
  givenName: null,
  familyName: null,
  phone: 4,
  email: null,
  provider: 5,
  visitType: null,
  status: null,
  reference: null,
}

it('tells what each column of the file holds', () => {
  expect(columnAt(mapping, 2)).toBe('name')
  expect(columnAt(mapping, 3)).toBeNull()
})

it('moves a meaning to the column a person chose, so that it is never in two', () => {
  const moved = assignColumn(mapping, 3, 'phone')
  expect(columnAt(moved, 3)).toBe('phone')
  expect(columnAt(moved, 4)).toBeNull()
})

it('frees the column that held something else', () => {
  const other = assignColumn(mapping, 2, 'givenName')
  expect(other.name).toBeNull()
  expect(columnAt(other, 2)).toBe('givenName')
  expect(columnAt(assignColumn(mapping, 2, null), 2)).toBeNull()
})
