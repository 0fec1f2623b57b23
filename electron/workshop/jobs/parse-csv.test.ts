import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { readCsvChunk } from '../csv-rows.ts'
import type { CsvRow } from '../csv-rows.ts'
import { CSV_CHUNK_ROWS, parseCsv } from './parse-csv.ts'

async function read(content: string | Uint8Array) {
  const chunks: (readonly CsvRow[])[] = []
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return {
    outcome: await parseCsv({ name: 'day.csv', bytes }, (chunk) => chunks.push(readCsvChunk(chunk))),
    chunks,
    rows: chunks.flat(),
  }
}

const TABLE = 'Date,Name\n11/24/2026,"Peña, Zoë"\n'
const cells = ['11/24/2026', 'Peña, Zoë']

test.each([
  ['UTF-8', Buffer.from(TABLE)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TABLE}`)],
  ['UTF-16 little-endian', Buffer.from(`\ufeff${TABLE}`, 'utf16le')],
  ['UTF-16 big-endian', Buffer.from(`\ufeff${TABLE}`, 'utf16le').swap16()],
  ['UTF-16 without a mark', Buffer.from(TABLE, 'utf16le')],
  ['Windows-1252', Buffer.from(TABLE, 'latin1')],
  ['CRLF', Buffer.from(TABLE.replaceAll('\n', '\r\n'))],
  ['bare CR', Buffer.from(TABLE.replaceAll('\n', '\r'))],
  ['an old end-of-file mark', Buffer.from(`${TABLE}\u001a`)],
])('reads %s', async (_, bytes) => {
  const { outcome, rows } = await read(bytes)
  expect(outcome).toEqual({ ok: true, value: { headings: ['Date', 'Name'], rowCount: 1 } })
  expect(rows).toEqual([{ row: 2, cells }])
})

test('reads the Windows-1252 characters that Latin-1 does not have', async () => {
  const { rows } = await read(
    Buffer.concat([Buffer.from('Date,Name\n1,O'), Buffer.from([0x92]), Buffer.from('Neil\n')]),
  )
  expect(rows[0]?.cells[1]).toBe('O’Neil')
})

test.each([
  ['tabs', 'Date\tName\n1\t2\n'],
  ['semicolons', 'Date;Name\n1;2\n'],
  ['a named delimiter', 'sep=;\nDate;Name\n1;2\n'],
])('finds %s', async (_, text) => {
  expect((await read(text)).rows.map((row) => row.cells)).toEqual([['1', '2']])
})

test('counts rows as a spreadsheet does, over titles, blank rows and quoted line ends', async () => {
  const { outcome, rows } = await read('Schedule\n\nDate,Name\n1,"Ann\nLee"\n,\n2,Bo\n')
  expect(outcome).toMatchObject({ ok: true, value: { headings: ['Date', 'Name'], rowCount: 2 } })
  expect(rows.map((row) => row.row)).toEqual([4, 6])
})

test('hands rows over in chunks', async () => {
  const { chunks } = await read(`Date,Name\n${'1,2\n'.repeat(CSV_CHUNK_ROWS + 1)}`)
  expect(chunks.map((chunk) => chunk.length)).toEqual([CSV_CHUNK_ROWS, 1])
})

test.each([
  ['nothing', new Uint8Array(), { code: 'file_empty', name: 'day.csv' }],
  ['headings alone', Buffer.from('Date,Name\n\n'), { code: 'csv_no_rows', name: 'day.csv' }],
  ['blank lines', Buffer.from('\n \n,,\n'), { code: 'csv_no_rows', name: 'day.csv' }],
  ['a spreadsheet', Buffer.from('PK\u0003\u0004rest,of\nit,is'), { code: 'csv_not_text', name: 'day.csv' }],
  ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a]), { code: 'csv_not_text', name: 'day.csv' }],
  ['NUL bytes', Buffer.from('Date,Name\n1,A\0B\n'), { code: 'csv_not_text', name: 'day.csv' }],
  [
    'an open quote',
    Buffer.from('Date,Name\n1,A\n2,"B\n3,C\n'),
    { code: 'csv_unbalanced_quotes', name: 'day.csv', row: 3 },
  ],
  [
    'a stray quote',
    Buffer.from('Date,Name\n1,"A "B" C\n3,C\n'),
    { code: 'csv_unbalanced_quotes', name: 'day.csv', row: 2 },
  ],
])('refuses %s', async (_, bytes, error) => {
  expect((await read(bytes)).outcome).toEqual({ ok: false, error })
})
