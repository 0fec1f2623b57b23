import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { LEGAL_TRANSITIONS } from '../../shared/domain/delivery.ts'
import { withStore } from '../support/store.ts'

test('a fresh store has the schema of the snapshot', async () => {
  await withStore(async ({ db }) => {
    const { rows } = await sql<{ sql: string }>`
      SELECT sql FROM sqlite_schema
      WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'sqlite_%' AND tbl_name NOT GLOB '*_search_*'
      ORDER BY tbl_name, type DESC, name`.execute(db)
    const statements = rows.map((row) => `${row.sql.replace(/\n {5}/g, '\n  ').replace(/\n {3}\)/g, '\n)')};\n`)
    await expect(statements.join('\n')).toMatchFileSnapshot('schema.snapshot.sql')
  })
})

test('every table of our own is strict', async () => {
  await withStore(async ({ db }) => {
    const { rows } = await sql<{ name: string }>`
      SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'kysely_*'`.execute(
      db,
    )
    expect(rows).toEqual([])
  })
})

test('the store allows exactly the moves of a delivery that the domain allows', async () => {
  await withStore(async ({ db }) => {
    const rows = await db.selectFrom('delivery_transition').selectAll().execute()
    const stored = rows.map((row) => `${row.from_state} > ${row.to_state}`)
    const legal = LEGAL_TRANSITIONS.filter(([from]) => from !== 'none').map(([from, to]) => `${from} > ${to}`)
    expect(stored.toSorted()).toEqual([...new Set(legal)].toSorted())
  })
})

test('every consent event of the domain fits the ledger', async () => {
  const { CONSENT_KINDS, CONSENT_SOURCES, PURPOSES } = await import('../../shared/domain/consent.ts')
  await withStore(async ({ db }) => {
    const { rows } = await sql<{ sql: string }>`SELECT sql FROM sqlite_schema WHERE name = 'consent_event'`.execute(db)
    const table = rows[0]?.sql ?? ''
    for (const word of [...CONSENT_KINDS, ...CONSENT_SOURCES, ...PURPOSES]) expect(table).toContain(`'${word}'`)
  })
})

test('the store takes every kind of message that the domain knows, and no other', async () => {
  const { MESSAGE_KINDS } = await import('../../shared/domain/lane.ts')
  await withStore(async ({ db }) => {
    const { rows } = await sql<{ sql: string }>`SELECT sql FROM sqlite_schema WHERE name = 'message'`.execute(db)
    expect(rows[0]?.sql).toContain(`kind IN (${MESSAGE_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
  })
})
