import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Store } from '../../electron/db/open.ts'
import { inTempFolder } from '../support/store.ts'
import { inStore, optionsIn } from './old-store.ts'

const STEPS_BEFORE = 5

/** Deliveries as an Optdesk before this step left them: one that waits, one on its way, one with its price. */
async function fill({ db }: Store): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db)
  await run(
    `INSERT INTO line (id, e164, class, rate_per_min, created_at_ms) VALUES ('l', '+12065550100', '10dlc', 75, 1)`,
  )
  await run(`INSERT INTO message (id, kind, purpose, created_at_ms) VALUES ('m', 'broadcast', 'care', 1)`)
  for (const n of [1, 2, 3]) {
    await run(`INSERT INTO delivery (id, message_id, e164, line_id, lane, body, segments, state, state_at_ms, why,
      not_before_ms, retry_at_ms, expires_at_ms, attempts, strikes, created_at_ms)
      VALUES ('d${n}', 'm', '+1206555014${n}', 'l', 2, 'See you.', ${n}, 'queued', 1, '{"code":"x"}', 3, 4, 9, 5, 6, 7)`)
  }
  for (const n of [2, 3]) {
    await run(`UPDATE delivery SET state = 'sending' WHERE id = 'd${n}'`)
    await run(`UPDATE delivery SET state = 'accepted', provider_uuid = 'u${n}' WHERE id = 'd${n}'`)
  }
  await run(`UPDATE delivery SET cost_micros = 8000, cost_currency = 'EUR' WHERE id = 'd3'`)
}

const rowsOf = ({ db }: Store) => db.selectFrom('delivery').selectAll().orderBy('id').execute()

test('deliveries keep every column when they are given fewer indexes', () =>
  inTempFolder(async (dir) => {
    const before = await inStore(optionsIn(dir, STEPS_BEFORE), async (store) => {
      await fill(store)
      return rowsOf(store)
    })
    expect(before).toHaveLength(3)
    expect(await inStore(optionsIn(dir), rowsOf)).toEqual(before)
  }))

test('one id of the provider still belongs to one delivery, and as many as you like have none', () =>
  inTempFolder(async (dir) => {
    await inStore(optionsIn(dir, STEPS_BEFORE), fill)
    await inStore(optionsIn(dir), async ({ db }) => {
      const run = (statement: string) => sql.raw(statement).execute(db)
      await expect(run(`UPDATE delivery SET provider_uuid = 'u2' WHERE id = 'd1'`)).rejects.toThrow('UNIQUE')
      await run(`UPDATE delivery SET provider_uuid = NULL WHERE id = 'd2'`)
      await expect(run(`UPDATE delivery SET e164 = '+12065550142' WHERE id = 'd1'`)).rejects.toThrow('UNIQUE')
      await expect(run(`UPDATE delivery SET state = 'delivered' WHERE id = 'd1'`)).rejects.toThrow('transition refused')
      await expect(run(`DELETE FROM delivery WHERE id = 'd1'`)).rejects.toThrow('rows never leave')
    })
  }))
