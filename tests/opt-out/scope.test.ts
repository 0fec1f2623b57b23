import { describe, expect, test } from 'vitest'
import { appendConsentEvent, consentEventsOf } from '../../electron/db/repos/consent-events.ts'
import { getDelivery } from '../../electron/db/repos/deliveries.ts'
import { addSuppression, standingSuppressions } from '../../electron/db/repos/suppressions.ts'
import { writeOptOutChoices } from '../../electron/services/opt-out-choices.ts'
import { recordInbound } from '../../electron/services/record-inbound.ts'
import { foldConsent } from '../../shared/domain/consent.ts'
import type { ConsentEventId, GroupThreadId, StaffId, SuppressionId } from '../../shared/ids.ts'
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts'
import { withStore } from '../support/store.ts'
import { addOffice, ADA, LINE, type Maker, queueText } from '../queue/office.ts'
import { claimNext } from '../queue/one-message.ts'

const practice = () => ({ name: 'Cedar Clinic', phone: '' })

interface Desk extends Maker {
  readonly store: Maker['store']
  pass(ms: number): void
}

function withChoice(stopEnds: 'everything' | 'one_purpose', use: (desk: Desk) => Promise<void>): Promise<void> {
  return withStore(async (store) => {
    const desk = { store, clock: store.clock, newId: store.newId, pass: (ms: number) => store.clock.advance(ms) }
    // Offers go from ten o'clock.
    desk.pass(2 * HOUR_MS)
    await addOffice(desk)
    await agreeToOffers(desk)
    await writeOptOutChoices(store.db, { stopEnds })
    await use(desk)
  })
}

async function agreeToOffers({ store, clock, newId }: Maker): Promise<void> {
  const atMs = clock.now()
  const event = { id: newId() as ConsentEventId, e164: ADA, purpose: 'marketing', kind: 'granted' } as const
  await appendConsentEvent(store.db, { ...event, source: 'web', atMs, recordedAtMs: atMs })
}

function claim({ store, clock }: Maker) {
  const nowMs = clock.now()
  return claimNext(store, { nowMs, inboundFreshAtMs: nowMs })
}

/** Lets a text leave, as far as this side goes. */
async function leave(desk: Desk, purpose: 'care' | 'marketing'): Promise<void> {
  await queueText(desk, ADA, { purpose })
  expect(await claim(desk)).toHaveProperty('claimed')
}

let uuid = 0
function say(desk: Maker, body: string, groupThreadId: GroupThreadId | null = null) {
  uuid += 1
  const text = { providerUuid: `in-${uuid}`, lineId: LINE, e164: ADA, body, sentAtMs: desk.clock.now(), groupThreadId }
  return recordInbound({ ...desk, practice }, text)
}

async function scopes({ store }: Maker) {
  return (await standingSuppressions(store.db, [ADA])).map(({ scope }) => scope)
}

describe('an office that lets a STOP end the kind of text that it answers', () => {
  test('ends offers alone: care still goes, the offers that waited do not, and the answer says both', () =>
    withChoice('one_purpose', async (desk) => {
      await leave(desk, 'care')
      desk.pass(10 * MINUTE_MS)
      await leave(desk, 'marketing')
      const later = { notBeforeMs: desk.clock.now() + HOUR_MS }
      const offer = await queueText(desk, ADA, { ...later, purpose: 'marketing' })
      const visit = await queueText(desk, ADA, { ...later })
      desk.pass(3 * MINUTE_MS)
      const { blocked } = await say(desk, 'STOP')
      expect(blocked).toEqual([offer])
      expect(await scopes(desk)).toEqual(['marketing'])
      const consent = foldConsent(await consentEventsOf(desk.store.db, [ADA]))
      expect([consent.care.state, consent.marketing.state]).toEqual(['granted', 'revoked'])
      const body = 'Cedar Clinic: You will get no more offers from us. Reply STOPALL to end all our texts.'
      expect(await claim(desk)).toMatchObject({ claimed: { candidate: { delivery: { body } } } })
      desk.pass(HOUR_MS)
      expect(await claim(desk)).toMatchObject({ claimed: { candidate: { delivery: { id: visit } } } })
      await queueText(desk, ADA, { purpose: 'marketing' })
      expect(await claim(desk)).toHaveProperty('kept')
    }))

  test('STOP again, or STOPALL, ends everything, and is confirmed as such', () =>
    withChoice('one_purpose', async (desk) => {
      await leave(desk, 'marketing')
      desk.pass(3 * MINUTE_MS)
      await say(desk, 'STOP')
      expect(await claim(desk)).toHaveProperty('claimed')
      desk.pass(MINUTE_MS)
      await say(desk, 'STOP')
      expect((await scopes(desk)).toSorted()).toEqual(['everything', 'marketing'])
      expect(await claim(desk)).toMatchObject({
        claimed: { candidate: { delivery: { body: expect.stringContaining('no more texts from us') as string } } },
      })
      await queueText(desk, ADA)
      expect(await claim(desk)).toHaveProperty('kept')
    }))

  test('in a group it ends everything, whatever the office chose', () =>
    withChoice('one_purpose', async (desk) => {
      const { db } = desk.store
      const staff = desk.newId() as StaffId
      const thread = desk.newId() as GroupThreadId
      await db.insertInto('staff').values({ id: staff, name: 'Elena', created_at_ms: 1, is_active: 1 }).execute()
      const row = { id: thread, line_id: LINE, member_key: 'k', title: '', replaces_id: null, staff_id: staff }
      await db
        .insertInto('group_thread')
        .values({ ...row, created_at_ms: 1 })
        .execute()
      await leave(desk, 'care')
      desk.pass(3 * MINUTE_MS)
      await say(desk, 'STOP', thread)
      expect(await scopes(desk)).toEqual(['everything'])
      const kept = await db.selectFrom('inbound_message').select('group_thread_id').execute()
      expect(kept).toEqual([{ group_thread_id: thread }])
    }))

  test('START takes it back for care; offers ask for a signature', () =>
    withChoice('one_purpose', async (desk) => {
      await leave(desk, 'marketing')
      desk.pass(3 * MINUTE_MS)
      await say(desk, 'STOP')
      desk.pass(MINUTE_MS)
      await say(desk, 'START')
      expect(await scopes(desk)).toEqual([])
      expect(foldConsent(await consentEventsOf(desk.store.db, [ADA])).marketing.state).toBe('revoked')
    }))
})

test('everywhere else a STOP ends everything', () =>
  withChoice('everything', async (desk) => {
    await leave(desk, 'marketing')
    desk.pass(3 * MINUTE_MS)
    await say(desk, 'STOP')
    expect(await scopes(desk)).toEqual(['everything'])
  }))

test('a stop of one kind holds by itself at the claim, though the consent stands', () =>
  withChoice('everything', async (desk) => {
    const stop = { e164: ADA, source: 'in_person', words: null, inboundId: null, staffId: null } as const
    const atMs = desk.clock.now()
    await addSuppression(desk.store.db, { ...stop, id: desk.newId() as SuppressionId, scope: 'marketing', atMs })
    const offer = await queueText(desk, ADA, { purpose: 'marketing' })
    expect(await claim(desk)).toMatchObject({ kept: { id: offer } })
    expect((await getDelivery(desk.store.db, offer))?.why).toMatchObject({ code: 'stopped_this_kind' })
    await leave(desk, 'care')
    await addSuppression(desk.store.db, { ...stop, id: desk.newId() as SuppressionId, scope: 'care', atMs })
    const alarm = await queueText(desk, ADA, { purpose: 'emergency' })
    expect(await claim(desk)).toMatchObject({ kept: { id: alarm } })
  }))
