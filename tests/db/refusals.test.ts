import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addMessage } from '../../electron/db/repos/messages.ts'
import type { DeliveryState } from '../../shared/domain/delivery.ts'
import type { DeliveryId, E164, LineId, MessageId } from '../../shared/ids.ts'
import { addSomeConsentEvent } from '../support/consent.ts'
import { type TestStore, withStore } from '../support/store.ts'

const ledgers: readonly (readonly [table: string, row: string])[] = [
  ['audit_event', `(at_ms, action, facts, prev_hash, hash) VALUES (1, 'x', '{}', '', '${'a'.repeat(64)}')`],
  ['status_event', `(provider_uuid, status, at_ms, received_at_ms) VALUES ('u', 'delivered', 1, 2)`],
]

async function addDelivery(store: TestStore, state: DeliveryState): Promise<DeliveryId> {
  const now = store.clock.now()
  const [id, messageId, lineId] = [store.newId(), store.newId(), store.newId()]
  await addMessage(store.db, {
    id: messageId as MessageId,
    onceKey: null,
    kind: 'one',
    purpose: 'care',
    emergencyReason: null,
    broadcastId: null,
    staffId: null,
    createdAtMs: now,
  })
  await sql`INSERT INTO line (id, e164, class, rate_per_min, created_at_ms)
    VALUES (${lineId}, ${`+1206555${lineId.slice(-4)}`}, '10dlc', 60, ${now})`.execute(store.db)
  await store.db
    .insertInto('delivery')
    .values({
      id: id as DeliveryId,
      message_id: messageId as MessageId,
      e164: '+12065550142' as E164,
      line_id: lineId as LineId,
      lane: 1,
      body: 'See you at 9:00.',
      segments: 1,
      state,
      state_at_ms: now,
      not_before_ms: now,
      expires_at_ms: now + 1,
      created_at_ms: now,
    })
    .execute()
  return id as DeliveryId
}

test('a consent event is neither changed nor erased nor replaced', async () => {
  await withStore(async (store) => {
    await addSomeConsentEvent(store)
    const { db } = store
    const changes = [
      sql`UPDATE consent_event SET kind = 'confirmed'`,
      sql`DELETE FROM consent_event`,
      sql`REPLACE INTO consent_event SELECT * FROM consent_event`,
    ]
    for (const change of changes) await expect(change.execute(db)).rejects.toThrow('consent_event: append-only')
    expect(await db.selectFrom('consent_event').select('kind').execute()).toEqual([{ kind: 'granted' }])
  })
})

test.each(ledgers)('%s is append-only', async (table, row) => {
  await withStore(async ({ db }) => {
    await sql.raw(`INSERT INTO ${table} ${row}`).execute(db)
    await expect(sql.raw(`UPDATE ${table} SET at_ms = 0`).execute(db)).rejects.toThrow('append-only')
    await expect(sql.raw(`DELETE FROM ${table}`).execute(db)).rejects.toThrow('append-only')
  })
})

test('a delivery moves only as the domain allows', async () => {
  await withStore(async (store) => {
    const id = await addDelivery(store, 'queued')
    const move = (state: DeliveryState) =>
      store.db.updateTable('delivery').set({ state }).where('id', '=', id).execute()
    await expect(move('delivered')).rejects.toThrow('delivery: transition refused')
    await move('sending')
    await move('in_doubt')
    await expect(move('queued')).rejects.toThrow('delivery: transition refused')
    await expect(store.db.deleteFrom('delivery').execute()).rejects.toThrow('delivery: rows never leave')
    await expect(addDelivery(store, 'sending')).rejects.toThrow('delivery: starts held or queued')
  })
})

test('a paper consent without its proof is refused', async () => {
  await withStore(async (store) => {
    await expect(addSomeConsentEvent(store, { source: 'paper' })).rejects.toThrow('CHECK constraint failed')
    expect(await store.db.selectFrom('consent_event').select('id').execute()).toEqual([])
  })
})
