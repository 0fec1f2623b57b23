import { expect, test } from 'vitest'
import { claimNext, settleAttempt } from '../queue/one-message.ts'
import { addDeliveries, getDelivery } from '../../electron/db/repos/deliveries.ts'
import { addMessage } from '../../electron/db/repos/messages.ts'
import { nextDueInLane } from '../../electron/db/repos/waiting-deliveries.ts'
import { nextLawfulInstant } from '../../shared/domain/texting-hours.ts'
import type { DeliveryId, E164, MessageId, PersonId } from '../../shared/ids.ts'
import { addDays, atZoned, DAY_MS, isoDay, startOfDay } from '../../shared/time.ts'
import type { Instant, IsoDay } from '../../shared/time.ts'
import { addSomePerson } from '../support/people.ts'
import { withStore } from '../support/store.ts'
import type { TestStore } from '../support/store.ts'
import { addOffice, agree, LINE } from '../queue/office.ts'

/** Half hours and quarters off, turns by half an hour and by two, a month without the turn, no turn at all, and midnight's. */
const ZONES = [
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'America/Phoenix',
  'Pacific/Honolulu',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Antarctica/Troll',
  'Atlantic/Azores',
  'America/New_York',
] as const

/** The times on the wall at which the office asked for: the middle of the turns among them. */
const TIMES = [
  '00:00',
  '01:30',
  '02:00',
  '02:15',
  '02:30',
  '03:00',
  '07:59',
  '08:00',
  '12:00',
  '19:59',
  '20:00',
  '23:59',
]

const YEAR: readonly IsoDay[] = daysFrom('2026-01-01', 365)

function daysFrom(first: IsoDay, count: number): readonly IsoDay[] {
  return Array.from({ length: count }, (_, later) => addDays(first, later))
}

/** When a text that is asked for on a day, at a time of the wall in a zone, would be placed for somebody there. */
function placed(day: IsoDay, time: string, zone: string): Instant {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const at = atZoned({ year, month, day: date, hour, minute }, zone)
  return nextLawfulInstant({ at, zones: [zone], purpose: 'care' })?.at ?? NaN
}

/** A clock of another make than the one under test: it counts what the system's calendar writes. */
function wallMinute(at: Instant, zone: string): number {
  const clock = new Intl.DateTimeFormat('de-DE', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const [hour = NaN, minute = NaN] = clock.format(at).split(':').map(Number)
  return hour * 60 + minute
}

test.each(ZONES)('in %s, a text for every day of the year at any time goes once each day, within the hours', (zone) => {
  for (const time of TIMES) {
    const moments = YEAR.map((day) => placed(day, time, zone))
    const days = moments.map((at) => isoDay(at, zone))
    // Asked for after the hours of a day it goes in the morning of the next, and that is once a day all the same.
    const wanted = time >= '20:00' ? YEAR.map((day) => addDays(day, 1)) : YEAR
    expect(days, time).toEqual(wanted)
    for (const at of moments) {
      const minute = wallMinute(at, zone)
      expect(minute >= 8 * 60 && minute < 20 * 60, `${time} ${new Date(at).toISOString()}`).toBe(true)
    }
    expect(moments.every((at, place) => place === 0 || at > (moments[place - 1] ?? 0))).toBe(true)
  }
})

test('a day that an island leaves out of its calendar has no text, and the days around it one each', () => {
  const days = daysFrom('2011-12-28', 6)
  const real = days.filter((day) => isoDay(startOfDay(day, 'Pacific/Apia'), 'Pacific/Apia') === day)
  expect(real).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01', '2012-01-02'])
  const moments = real.map((day) => placed(day, '09:00', 'Pacific/Apia'))
  expect(moments.map((at) => isoDay(at, 'Pacific/Apia'))).toEqual(real)
})

test('the zone of the computer changes nothing', () => {
  const before = process.env['TZ']
  const placedIn = (computerZone: string) => {
    process.env['TZ'] = computerZone
    return ZONES.map((zone) => placed('2026-03-29', '02:30', zone))
  }
  const results = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/London'].map(placedIn)
  if (before === undefined) delete process.env['TZ']
  else process.env['TZ'] = before
  expect(new Set(results.map((moments) => moments.join())).size).toBe(1)
})

test(
  'a year of weekly texts in every zone through the store and the claim: each leaves once, none outside its hours',
  () =>
    withStore(async (store) => {
      store.clock.set(Date.UTC(2026, 0, 1))
      await addOffice(makerOf(store), 60_000)
      const zoneOf = new Map<DeliveryId, string>()
      for (const [place, zone] of ZONES.entries()) {
        const e164 = `+2125550${String(place).padStart(4, '0')}` as E164
        const personId = await addSomePerson(store, { zone, numbers: [e164] })
        await agree(makerOf(store), e164)
        const weeks = YEAR.filter((_, day) => day % 7 === 0)
        // The office asks for the middle of the night, and does not look at the hours: the claim alone must.
        for (const day of weeks) zoneOf.set(await queueAsked(store, { day, zone, e164, personId }), zone)
      }
      const left = await sendEverything(store)
      expect(left.map(({ id }) => id).toSorted()).toEqual([...zoneOf.keys()].toSorted())
      for (const { id, atMs } of left) {
        const minute = wallMinute(atMs, zoneOf.get(id) ?? '')
        expect(minute >= 8 * 60 && minute < 20 * 60, `${zoneOf.get(id)} ${new Date(atMs).toISOString()}`).toBe(true)
      }
    }),
  120_000,
)

function makerOf(store: TestStore) {
  return { store, clock: store.clock, newId: store.newId }
}

async function queueAsked(
  store: TestStore,
  asked: { readonly day: IsoDay; readonly zone: string; readonly e164: E164; readonly personId: PersonId },
): Promise<DeliveryId> {
  const [year = 0, month = 0, day = 0] = asked.day.split('-').map(Number)
  const notBeforeMs = atZoned({ year, month, day, hour: 2, minute: 30 }, asked.zone)
  const messageId = store.newId() as MessageId
  const id = store.newId() as DeliveryId
  const createdAtMs = store.clock.now()
  const nobody = { onceKey: null, emergencyReason: null, broadcastId: null, staffId: null }
  await addMessage(store.db, { id: messageId, kind: 'one', purpose: 'care', createdAtMs, ...nobody })
  const frame = {
    id,
    messageId,
    personId: asked.personId,
    e164: asked.e164,
    lineId: LINE,
    lane: 1,
    createdAtMs,
  } as const
  const words = { body: 'See you this week.', segments: 1, state: 'queued' } as const
  await addDeliveries(store.db, [{ ...frame, ...words, notBeforeMs, expiresAtMs: notBeforeMs + 2 * DAY_MS }])
  return id
}

/** Lets a year pass from one due moment to the next, and takes whatever may leave. */
async function sendEverything(store: TestStore) {
  const left: { readonly id: DeliveryId; readonly atMs: Instant }[] = []
  for (;;) {
    const dueAtMs = await nextDueInLane(store.db, LINE, 1)
    if (dueAtMs === null) return left
    if (dueAtMs > store.clock.now()) store.clock.set(dueAtMs)
    const nowMs = store.clock.now()
    const claim = await claimNext(store, { nowMs, inboundFreshAtMs: nowMs })
    if (claim === null) throw new Error('Something is due and is not claimed')
    if (!('claimed' in claim)) continue
    const { id } = claim.claimed.candidate.delivery
    left.push({ id, atMs: nowMs })
    const uuid = `5d00604f-0000-4000-8000-${String(left.length).padStart(12, '0')}`
    await settleAttempt(store, claim.claimed, { class: 'ACCEPTED', uuid }, { nowMs, random: () => 0 })
    expect((await getDelivery(store.db, id))?.state).toBe('accepted')
  }
}
