import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { startCoreProcess } from '../support/core-process.ts'
import { type TestCore, withCore } from '../support/core.ts'
import { importSheet, manyRows, sampleSheet, sheetOf, TOMORROW } from '../support/day-sheets.ts'
import { inTempFolder } from '../support/store.ts'

async function whatThereIs({ ask }: TestCore) {
  const { days } = await ask('appointments.days', {})
  const { total } = await ask('people.search', { text: '', after: null, limit: 1 })
  return { days, total }
}

test('a dry run says who is known, who may be texted and who not, and stores nothing', () =>
  withCore(async (core) => {
    const before = await whatThereIs(core)
    const preview = await core.ask('daySheets.open', { name: 'day.csv', bytes: await sampleSheet() })
    expect(preview).toMatchObject({ rowCount: 24, goodCount: 23, mayTextCount: 11, problemCount: 1 })
    expect(preview.problems).toEqual([{ row: 15, column: null, code: 'row_repeated', value: null }])
    expect(preview.days).toEqual([{ isoDay: TOMORROW, count: 23 }])

    const row = (name: string) => preview.rows.find(({ displayName }) => displayName === name)
    expect(row('Rosa Delgado')).toMatchObject({ isKnown: true, mayText: true, refusal: null, e164: '+12065550111' })
    expect(row('Danielle Okafor')?.refusal).toEqual({ reason: 'never_agreed', rule: 'consent.care' })
    expect(row('Malik Robinson')?.refusal?.reason).toBe('said_stop')
    expect(row('Dmitri Volkov')?.refusal?.reason).toBe('cancelled_appointment')
    expect(row('Walter Brannigan')?.refusal?.reason).toBe('number_not_valid')
    expect(row('Ruth Mwangi')?.refusal?.reason).toBe('no_number')
    expect(row('Freya Lindgren')?.isKnown).toBe(false)
    expect(await whatThereIs(core)).toEqual(before)
  }))

test('importing a sheet again changes nothing', () =>
  withCore(async (core) => {
    expect(await importSheet(core, await sampleSheet())).toMatchObject({ added: 23, newPeople: 6, refused: 1 })
    const after = await whatThereIs(core)
    expect(after.days).toEqual([{ isoDay: TOMORROW, count: 23, mayTextCount: 11 }])
    expect(await importSheet(core, await sampleSheet())).toMatchObject({
      added: 0,
      updated: 0,
      unchanged: 23,
      newPeople: 0,
    })
    expect(await whatThereIs(core)).toEqual(after)
  }))

test('new people get a number and no consent', () =>
  withCore(async (core) => {
    await importSheet(core, sheetOf([{ name: 'Ito, Aya', phone: '(206) 555-0177' }]))
    const { people } = await core.ask('people.byPhone', { phone: '(206) 555-0177' })
    expect(people).toMatchObject([{ displayName: 'Aya Ito', numbers: [{ state: 'did_not_agree' }] }])
    const { timeline } = await core.ask('people.get', { id: people[0]?.id ?? '' })
    expect(timeline.map(({ type }) => type)).toEqual(['appointment'])
  }))

test('an appointment that the system numbers is moved, not doubled, and its person kept', () =>
  withCore(async (core) => {
    const row = { name: 'Ito, Aya', phone: '(206) 555-0177', reference: 'A1' }
    await importSheet(core, sheetOf([{ ...row, time: '9:00 AM' }]))
    const moved = await importSheet(core, sheetOf([{ ...row, time: '3:30 PM', status: 'Cancelled' }]))
    expect(moved).toMatchObject({ added: 0, updated: 1, newPeople: 0 })
    const { appointments } = await core.ask('appointments.onDay', { isoDay: TOMORROW })
    expect(appointments).toMatchObject([
      { startsAtMs: Date.UTC(2026, 10, 25, 23, 30), isCancelled: true, mayText: false },
    ])
  }))

test('somebody who comes twice on one sheet is one person', () =>
  withCore(async (core) => {
    const row = { name: 'Ito, Aya', phone: '(206) 555-0177' }
    const rows = [row, { ...row, time: '2:00 PM' }, { name: 'Kay, Bo' }, { name: 'Kay, Bo', time: '2:00 PM' }]
    expect(await importSheet(core, sheetOf(rows))).toMatchObject({ added: 4, newPeople: 2 })
  }))

test('columns that a person chose are remembered for files with the same headings', () =>
  withCore(async (core) => {
    const bytes = Buffer.from('A,B,C\n11/25/2026 9:00,Aya Ito,(206) 555-0177\n')
    const preview = await core.ask('daySheets.open', { name: 'odd.csv', bytes })
    expect(preview.problems.map(({ code, column }) => [code, column])).toEqual([
      ['column_missing', 'date'],
      ['column_missing', 'name'],
    ])
    const refused = await core.call('daySheets.import', { importId: preview.importId })
    expect(refused).toEqual({ ok: false, error: { code: 'columns_missing', columns: ['date', 'name'] } })

    const mapping = { ...preview.mapping, date: 0, name: 1, phone: 2 }
    const remapped = await core.ask('daySheets.remap', {
      importId: preview.importId,
      mapping,
      dateOrder: 'month_first',
    })
    expect(remapped).toMatchObject({ goodCount: 1, problemCount: 0 })
    expect(await core.ask('daySheets.open', { name: 'odd.csv', bytes })).toMatchObject({ mapping, goodCount: 1 })
  }))

test.each([
  ['an empty file', '', 'file_empty'],
  ['a spreadsheet', 'PK\u0003\u0004', 'csv_not_text'],
  ['headings alone', 'Date,Time,Name\n', 'csv_no_rows'],
  ['an open quote', 'Date,Time,Name\n1,2,"3\n', 'csv_unbalanced_quotes'],
  ['more than 20 MB', 'x'.repeat(20_000_001), 'sheet_too_big'],
])('refuses %s', (_, content, code) =>
  withCore(async ({ call }) => {
    const answer = await call('daySheets.open', { name: 'day.csv', bytes: Buffer.from(content) })
    expect(answer).toMatchObject({ ok: false, error: { code, name: 'day.csv' } })
  }),
)

test('names the rows that are no appointments, with the column and what stood there', () =>
  withCore(async ({ ask }) => {
    const bytes = Buffer.from('Date,Time,Name\n02/30/2026,9:00,Aya Ito\n11/25/2026,soon,Aya Ito\n11/25/2026,9:00,\n')
    const { problems } = await ask('daySheets.open', { name: 'day.csv', bytes })
    expect(problems).toEqual([
      { row: 2, column: 'Date', code: 'date_not_valid', value: '02/30/2026' },
      { row: 3, column: 'Time', code: 'time_not_valid', value: 'soon' },
      { row: 4, column: 'Name', code: 'name_missing', value: '' },
    ])
  }))

test('an import that is stopped leaves nothing, and what it changed is as it was', () =>
  withCore(async (core) => {
    await importSheet(
      core,
      sheetOf([{ name: 'Before, Ann', phone: '(206) 555-0100', reference: 'R0', time: '8:00 AM' }]),
    )
    const before = await whatThereIs(core)
    const preview = await core.ask('daySheets.open', { name: 'day.csv', bytes: sheetOf(manyRows(600)) })
    const importing = core.ask('daySheets.import', { importId: preview.importId })
    await core.event('import.progress', ({ importId, done }) => importId === preview.importId && done > 0)
    expect(await core.ask('daySheets.cancel', { importId: preview.importId })).toEqual({ isCancelled: true })
    expect(await importing).toMatchObject({ isCancelled: true, added: 0, newPeople: 0 })
    expect(await whatThereIs(core)).toEqual(before)
    const { appointments } = await core.ask('appointments.onDay', { isoDay: TOMORROW })
    expect(appointments).toMatchObject([{ displayName: 'Ann Before', startsAtMs: Date.UTC(2026, 10, 25, 16) }])
    expect((await core.ask('people.search', { text: 'Sheet', after: null, limit: 1 })).people).toEqual([])
  }))

test('two imports at once are done one after the other', () =>
  withCore(async (core) => {
    const open = () => core.ask('daySheets.open', { name: 'day.csv', bytes: sheetOf(manyRows(200)) })
    const [first, second] = [await open(), await open()]
    const [one, other] = await Promise.all(
      [first, second].map(({ importId }) => core.ask('daySheets.import', { importId })),
    )
    expect(one).toMatchObject({ added: 200, unchanged: 0 })
    expect(other).toMatchObject({ added: 0, unchanged: 200, newPeople: 0 })
  }))

test('a desk that is closed in the middle of an import has nothing of it when it opens again', () =>
  withCore(async (core) => {
    const before = await whatThereIs(core)
    const { importId } = await core.ask('daySheets.open', { name: 'day.csv', bytes: sheetOf(manyRows(600)) })
    const importing = core.call('daySheets.import', { importId })
    await core.event('import.progress', ({ done }) => done > 0)
    await core.restart()
    expect(await importing).toEqual({ ok: false, error: { code: 'desk_closed' } })
    expect(await whatThereIs(core)).toEqual(before)
  }))

test('a desk that is killed in the middle of an import has nothing of it when it opens again', () =>
  inTempFolder(async (dir) => {
    const killed = startCoreProcess(dir)
    const bytes = { base64: Buffer.from(sheetOf(manyRows(3000))).toString('base64') }
    const opened = await killed.call('daySheets.open', { name: 'day.csv', bytes })
    const { importId } = (opened as unknown as { value: { importId: string } }).value
    killed.write(JSON.stringify({ id: 99, method: 'daySheets.import', input: { importId } }))
    await killed.line((said) => said['event'] === 'import.progress')
    await killed.kill()

    const again = startCoreProcess(dir)
    expect(await again.call('appointments.days')).toMatchObject({ ok: true, value: { days: [] } })
    const found = await again.call('people.search', { text: 'Sheet', after: null, limit: 5 })
    expect(found).toMatchObject({ ok: true, value: { people: [], total: 0 } })
    await again.end()
  }))
