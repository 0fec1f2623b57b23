import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { appendAuditEvent, verifyAuditChain } from '../../electron/db/repos/audit-events.ts'
import { consentEventsOf, verifyConsentChain } from '../../electron/db/repos/consent-events.ts'
import { foldConsent } from '../../shared/domain/consent.ts'
import type { E164 } from '../../shared/ids.ts'
import { addSomeConsentEvent } from '../support/consent.ts'
import { type TestStore, withStore } from '../support/store.ts'

const number = '+12065550142' as E164

async function withFiveEvents(use: (store: TestStore) => Promise<void>): Promise<void> {
  await withStore(async (store) => {
    for (const purpose of ['care', 'marketing', 'group'] as const) {
      await addSomeConsentEvent(store, { purpose, words: `yes to ${purpose}` })
    }
    await addSomeConsentEvent(store, { e164: '+12065550143' as E164 })
    store.clock.advance(1000)
    await addSomeConsentEvent(store, { kind: 'revoked', source: 'inbound_text', words: 'STOP' })
    await use(store)
  })
}

async function withoutTrigger(store: TestStore, trigger: string, change: string): Promise<void> {
  await sql.raw(`DROP TRIGGER ${trigger}`).execute(store.db)
  await sql.raw(change).execute(store.db)
}

test('the ledger gives back what was written, in order', async () => {
  await withFiveEvents(async ({ db, clock }) => {
    const events = await consentEventsOf(db, [number])
    expect(events.map(({ purpose, kind }) => `${purpose} ${kind}`)).toEqual([
      'care granted',
      'marketing granted',
      'group granted',
      'care revoked',
    ])
    expect(events[3]).toMatchObject({ words: 'STOP', source: 'inbound_text', atMs: clock.now(), personId: null })
    const consent = foldConsent(events)
    expect([consent.care.state, consent.marketing.state]).toEqual(['revoked', 'granted'])
  })
})

test('an untouched ledger is whole', async () => {
  await withFiveEvents(async ({ db }) => {
    expect(await verifyConsentChain(db)).toEqual({ isWhole: true, count: 5 })
  })
})

test.each([
  ['the words', `UPDATE consent_event SET words = 'no' WHERE seq = 3`],
  ['the moment', `UPDATE consent_event SET at_ms = at_ms - 1 WHERE seq = 3`],
  ['the number', `UPDATE consent_event SET e164 = '+12065550199' WHERE seq = 3`],
  ['the hash', `UPDATE consent_event SET hash = replace(hash, substr(hash, 1, 1), 'z') WHERE seq = 3`],
])('a row in which %s was changed is named', async (_what, change) => {
  await withFiveEvents(async (store) => {
    await withoutTrigger(store, 'consent_event_is_not_changed', change)
    expect(await verifyConsentChain(store.db)).toEqual({ isWhole: false, firstBadSeq: 3 })
  })
})

test.each([
  ['in the middle', 3],
  ['at the end', 5],
  ['at the start', 1],
])('a row that was taken out %s is named', async (_where, seq) => {
  await withFiveEvents(async (store) => {
    await withoutTrigger(store, 'consent_event_is_not_erased', `DELETE FROM consent_event WHERE seq = ${seq}`)
    expect(await verifyConsentChain(store.db)).toEqual({ isWhole: false, firstBadSeq: seq })
  })
})

test('two writers cannot both follow the same event', async () => {
  await withFiveEvents(async (store) => {
    const hashes = await store.db.selectFrom('consent_event').select('prev_hash').where('seq', '=', 5).execute()
    const fork = store.db
      .insertInto('consent_event')
      .columns(['id', 'e164', 'purpose', 'kind', 'source', 'at_ms', 'recorded_at_ms', 'prev_hash', 'hash'])
      .expression((eb) =>
        eb
          .selectFrom('consent_event')
          .select(['e164 as id', 'e164', 'purpose', 'kind', 'source', 'at_ms', 'recorded_at_ms'])
          .select((inner) => [inner.val(hashes[0]?.prev_hash).as('prev_hash'), inner.val('f'.repeat(64)).as('hash')])
          .where('seq', '=', 5),
      )
    await expect(fork.execute()).rejects.toThrow('UNIQUE constraint failed: consent_event.prev_hash')
  })
})

test('the audit ledger names a changed row', async () => {
  await withStore(async (store) => {
    for (const subject of ['one', 'two', 'three']) {
      await appendAuditEvent(store.db, {
        atMs: store.clock.now(),
        staffId: null,
        action: 'people.save',
        subject,
        facts: { count: 1 },
      })
    }
    expect(await verifyAuditChain(store.db)).toEqual({ isWhole: true, count: 3 })
    await withoutTrigger(store, 'audit_event_is_not_changed', `UPDATE audit_event SET subject = 'x' WHERE seq = 2`)
    expect(await verifyAuditChain(store.db)).toEqual({ isWhole: false, firstBadSeq: 2 })
  })
})
