import { expect, test } from 'vitest'
import { getDelivery } from '../../electron/db/repos/deliveries.ts'
import { addLine } from '../../electron/db/repos/lines.ts'
import { writeOptOutAssist } from '../../electron/db/repos/opt-out-assist.ts'
import { recoverInterrupted } from '../../electron/queue/recover.ts'
import { recordInbound } from '../../electron/services/record-inbound.ts'
import { settleDelivery } from '../../electron/services/settle-delivery.ts'
import type { LineId } from '../../shared/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts'
import { addSomeStaff } from '../support/people.ts'
import { type TestStore, withStore } from '../support/store.ts'
import { addOffice, ADA, LINE } from '../queue/office.ts'
import { claimNext } from '../queue/one-message.ts'

const practice = () => ({ name: 'Cedar Clinic', phone: '(206) 555-0100' })

function inOffice(use: (store: TestStore) => Promise<void>): Promise<void> {
  return withStore(async (store) => {
    await addOffice({ store, clock: store.clock, newId: store.newId })
    await use(store)
  })
}

let uuid = 0
/** A text that was sent `agoMs` ago by the carrier's clock. */
function say(store: TestStore, body: string, agoMs = 0, lineId: LineId = LINE) {
  uuid += 1
  const text = { providerUuid: `in-${uuid}`, lineId, e164: ADA, body, sentAtMs: store.clock.now() - agoMs }
  return recordInbound({ store, clock: store.clock, newId: store.newId, practice }, text)
}

function claim(store: TestStore) {
  const nowMs = store.clock.now()
  return claimNext(store, { nowMs, inboundFreshAtMs: nowMs })
}

/** The answers that were made by now, of whatever became of them. */
async function answers({ db }: TestStore): Promise<readonly string[]> {
  const rows = await db.selectFrom('delivery').select('body').orderBy('created_at_ms').execute()
  return rows.map(({ body }) => body)
}

test.each([
  ['in the last moment of five minutes', 5 * MINUTE_MS - 1, 1],
  ['after five minutes', 5 * MINUTE_MS, 0],
  ['from a carrier whose clock is an hour ahead', -HOUR_MS, 1],
  ['from a carrier whose clock is an hour behind', HOUR_MS, 0],
])('a STOP %s has %i ms and so many answers', (_, agoMs, count) =>
  inOffice(async (store) => {
    await say(store, 'STOP', agoMs)
    expect(await answers(store)).toHaveLength(count)
  }),
)

test('by a clock that is behind the carrier’s it may still leave for five minutes, and not for an hour', () =>
  inOffice(async (store) => {
    await say(store, 'STOP', -HOUR_MS)
    store.clock.advance(5 * MINUTE_MS)
    expect(await claim(store)).toBeNull()
  }))

test('after the clock was set back it does not leave: nobody can say how late it is', () =>
  inOffice(async (store) => {
    await say(store, 'STOP')
    store.clock.advance(-HOUR_MS)
    expect(await claim(store)).toMatchObject({ kept: { e164: ADA } })
    store.clock.advance(HOUR_MS)
    expect(await claim(store)).toBeNull()
  }))

test('a second STOP neither adds one nor takes the first away', () =>
  inOffice(async (store) => {
    await say(store, 'STOP')
    store.clock.advance(1000)
    await say(store, 'stop!!')
    await say(store, 'Stop texting me')
    expect(await answers(store)).toHaveLength(1)
    expect(await claim(store)).toHaveProperty('claimed')
    expect(await claim(store)).toBeNull()
  }))

test('one in doubt is never sent again, by nobody', () =>
  inOffice(async (store) => {
    await say(store, 'STOP')
    const claimed = await claim(store)
    const id = claimed && 'claimed' in claimed ? claimed.claimed.candidate.delivery.id : null
    if (id === null) throw new Error('Nothing was claimed')
    await recoverInterrupted(store, store.clock.now())
    const staffId = await addSomeStaff(store)
    const again = await settleDelivery({ store, clock: store.clock }, { id, decision: 'send_again', staffId })
    expect(again).toEqual({ ok: false, error: { code: 'confirmation_over' } })
    expect((await getDelivery(store.db, id))?.state).toBe('in_doubt')
    expect(await settleDelivery({ store, clock: store.clock }, { id, decision: 'leave', staffId })).toMatchObject({
      ok: true,
    })
  }))

test('machines that answer STOP and START in turn fall silent for a day', () =>
  inOffice(async (store) => {
    for (let n = 0; n < 12; n += 1) {
      await say(store, n % 2 === 0 ? 'STOP' : 'START')
      store.clock.advance(15 * MINUTE_MS)
    }
    expect(await answers(store)).toHaveLength(3)
    store.clock.advance(DAY_MS)
    await say(store, 'STOP')
    expect(await answers(store)).toHaveLength(4)
  }))

test('HELP is answered three times a day at most, ten minutes apart, and never after a STOP', () =>
  inOffice(async (store) => {
    for (let n = 0; n < 30; n += 1) {
      await say(store, 'HELP')
      store.clock.advance(4 * MINUTE_MS)
    }
    expect(await answers(store)).toHaveLength(3)
    store.clock.advance(DAY_MS)
    await say(store, 'STOP', HOUR_MS)
    await say(store, 'HELP')
    expect(await answers(store)).toHaveLength(3)
  }))

test('HELP tells who writes, what it costs, how to stop and whom to call; AYUDA does in Spanish', () =>
  inOffice(async (store) => {
    await say(store, 'HELP')
    store.clock.advance(HOUR_MS)
    await say(store, '¿Ayuda?')
    const [english, spanish] = await answers(store)
    expect(english).toBe(
      'Cedar Clinic: appointment texts. Msg frequency varies. Msg & data rates may apply. Call (206) 555-0100. Reply STOP to end.',
    )
    expect(spanish).toMatch(/^Cedar Clinic: mensajes sobre sus citas\..*tarifas.*Llame al \(206\) 555-0100\..*STOP/)
  }))

test('where the network or the provider answers, Optdesk does not', () =>
  inOffice(async (store) => {
    const tollFree = '01JDLINE00000000000000000T' as LineId
    const line = { id: tollFree, e164: '+18885550100' as typeof ADA, ratePerMin: 60, createdAtMs: 1 }
    await addLine(store.db, { ...line, class: 'toll_free' })
    await say(store, 'STOP', 0, tollFree)
    expect(await answers(store)).toEqual([])
    await say(store, 'START', 0, LINE)
    await writeOptOutAssist(store.db, LINE, true)
    await say(store, 'HELP')
    await say(store, 'STOP')
    expect(await answers(store)).toEqual([])
  }))
