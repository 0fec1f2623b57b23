import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { E164 } from '../ids.ts'
import { findPhoneColumn, readStopCell, safeCell, writeStopList } from './stop-list.ts'

const rowsOf = (...rows: readonly (readonly string[])[]) => rows.map((cells, at) => ({ row: at + 1, cells }))

test.each<[string, readonly string[], readonly (readonly string[])[], number | null]>([
  ['a heading', ['Name', 'Mobile'], [['Ada', '(206) 555-0142']], 1],
  ['numbers under any heading', ['a', 'b', 'c'], [['x', '1', '206-555-0142']], 2],
  ['no heading at all', ['2065550142'], [['2065550143']], 0],
  ['two columns of numbers', ['Fax', 'Cell Phone'], [['2065550142', '2065550143']], 1],
  ['Spanish', ['Nombre', 'Teléfono'], [['Ada', '2065550142']], 1],
  ['no number', ['Name', 'Phone'], [['Ada', 'none']], null],
  ['an identifier that is no number', ['id', 'to'], [['1000000001', '+12065550142']], 1],
])('finds the column with %s', (_, headings, rows, column) => {
  expect(findPhoneColumn(rowsOf(headings, ...rows), true)).toBe(column)
})

test('a cell is a number or says why it is none', () => {
  expect(readStopCell(3, '+1 206 555 0142', true)).toEqual({ row: 3, e164: '+12065550142' })
  expect(readStopCell(4, '555-0142', true)).toEqual({ row: 4, value: '555-0142', code: 'phone_too_short' })
})

test('the list holds no cell that a spreadsheet takes for a formula', () => {
  const stop = { e164: '+12065550142' as E164, source: 'by_letter', scope: 'everything', atMs: 0 } as const
  expect(writeStopList([stop], 'UTC')).toBe(
    'phone,opted_out_on,how,scope\r\n(206) 555-0142,1970-01-01,by_letter,everything\r\n',
  )
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('=', '+', '-', '@', '\t=', ' =', '\n@'), (rest, sign) => {
      const cell = safeCell(sign + rest).replace(/^"/, '')
      expect(cell.startsWith("'")).toBe(true)
    }),
  )
  expect(safeCell('a, "b"')).toBe('"a, ""b"""')
})
