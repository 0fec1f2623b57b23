import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrations, type StoreMigration } from '../../electron/db/migrations/all.ts'
import { openStore, type Store } from '../../electron/db/open.ts'
import { inTempFolder } from '../support/store.ts'
import { inStore, optionsIn } from './old-store.ts'

const LINE = '01JDLINE00000000000000000A'

/** A store of the first schema with a message of each kind on its way, as an Optdesk of then left it. */
async function fillFirst({ db }: Store): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db)
  await run(
    `INSERT INTO line (id, e164, class, rate_per_min, created_at_ms) VALUES ('${LINE}', '+12065550100', '10dlc', 75, 1)`,
  )
  for (const [n, kind] of (['one', 'broadcast', 'confirmation', 'opt_out_reply', 'help_reply'] as const).entries()) {
    await run(
      `INSERT INTO message (id, once_key, kind, purpose, created_at_ms) VALUES ('m${n}', 'once-${n}', '${kind}', 'care', 1)`,
    )
    await run(`INSERT INTO delivery (id, message_id, e164, line_id, body, segments, state, state_at_ms, not_before_ms,
      expires_at_ms, created_at_ms) VALUES ('d${n}', 'm${n}', '+1206555014${n}', '${LINE}', 'See you at 9:00.', 1, 'queued', 1, 1, 9, 1)`)
    await run(`UPDATE delivery SET state = 'sending', attempts = 1 WHERE id = 'd${n}'`)
    await run(
      `INSERT INTO attempt (delivery_id, n, client_ref, body_sha256, started_at_ms) VALUES ('d${n}', 1, 'd${n}.1', 'x', 2)`,
    )
  }
  await run(`INSERT INTO suppression (id, e164, source, at_ms) VALUES ('s', '+12065550149', 'inbound_text', 1)`)
}

test('a store of the first schema keeps every message, delivery, attempt and stop', () =>
  inTempFolder(async (dir) => {
    await inStore(optionsIn(dir, 1), fillFirst)
    await inStore(optionsIn(dir), async ({ db }) => {
      const deliveries = await db.selectFrom('delivery').selectAll().orderBy('id').execute()
      expect(deliveries.map(({ lane, state, attempts }) => ({ lane, state, attempts }))).toEqual(
        [1, 2, 1, 0, 0].map((lane) => ({ lane, state: 'sending', attempts: 1 })),
      )
      const messages = await db.selectFrom('message').select(['once_key', 'channel']).orderBy('id').execute()
      expect(messages).toEqual([0, 1, 2, 3, 4].map((n) => ({ once_key: `once-${n}`, channel: 'sms' })))
      expect(await db.selectFrom('attempt').select('client_ref').execute()).toHaveLength(5)
      const stops = await db.selectFrom('suppression').select(['scope', 'at_ms', 'recorded_at_ms']).execute()
      expect(stops).toEqual([{ scope: 'everything', at_ms: 1, recorded_at_ms: 1 }])
    })
  }))

test('after it the store still refuses what it refused before', () =>
  inTempFolder(async (dir) => {
    await inStore(optionsIn(dir, 1), fillFirst)
    await inStore(optionsIn(dir), async ({ db }) => {
      const run = (statement: string) => sql.raw(statement).execute(db)
      await expect(run(`UPDATE delivery SET state = 'cancelled' WHERE id = 'd0'`)).rejects.toThrow('transition refused')
      await expect(run(`DELETE FROM delivery WHERE id = 'd0'`)).rejects.toThrow('rows never leave')
      await expect(
        run(`INSERT INTO attempt (delivery_id, n, client_ref, body_sha256, started_at_ms)
        VALUES ('nobody', 1, 'nobody.1', 'x', 2)`),
      ).rejects.toThrow('FOREIGN KEY')
      const { rows } = await sql`PRAGMA foreign_keys`.execute(db)
      expect(rows).toEqual([{ foreign_keys: 1 }])
    })
  }))

test('a step that would leave a delivery without its message is taken back', () =>
  inTempFolder(async (dir) => {
    await inStore(optionsIn(dir, 1), fillFirst)
    const losing: StoreMigration = {
      name: '9999_losing',
      rebuildsTables: true,
      up: async (db) => {
        await sql`DELETE FROM message WHERE id = 'm0'`.execute(db)
      },
    }
    await expect(openStore({ ...optionsIn(dir), migrations: [...migrations, losing] })).rejects.toThrow('delivery')
    const kept = await inStore(optionsIn(dir), ({ db }) => db.selectFrom('message').select('id').execute())
    expect(kept).toHaveLength(5)
  }))
