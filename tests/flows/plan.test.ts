import { expect, test } from 'vitest'
import type { E164 } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import { DAY_MS, HOUR_MS, isoDay } from '../../shared/time.ts'
import { recordInbound } from '../../electron/services/record-inbound.ts'
import { addPhoneNumber } from '../../electron/db/repos/phone-numbers.ts'
import { addManyPeople } from '../support/many-people.ts'
import { keepPicture } from '../support/kept-picture.ts'
import { makeOffice, openOffice } from '../support/office-desk.ts'
import type { OfficeDesk } from '../support/office-desk.ts'
import { inTempFolder } from '../support/store.ts'

type Draft = ParsedInputOf<'broadcasts.preview'>

const PEOPLE = 250
const ZONE = 'America/Los_Angeles'
const FAR = { region: 'OR', zone: ZONE }

const draft: Draft = {
  audience: { kind: 'everyone', language: null },
  purpose: 'care',
  emergencyReason: null,
  body: 'Hi {first_name}, we stay closed on Thursday.',
  mediaIds: [],
  whenMs: null,
}

/** An office with so many people who agreed to care texts, all of them in Oregon. */
function withOffice(use: (desk: OfficeDesk) => Promise<void>, people = PEOPLE): Promise<void> {
  return inTempFolder(async (dir) => {
    await makeOffice(dir)
    const desk = await openOffice(dir)
    try {
      await addManyPeople(desk.services.store, people, desk.clock.now() - DAY_MS, FAR)
      await use(desk)
    } finally {
      await desk.close()
    }
  })
}

async function preview(desk: OfficeDesk, changes: Partial<Draft> = {}): Promise<OutputOf<'broadcasts.preview'>> {
  const shown = await desk.handlers['broadcasts.preview']?.({ ...draft, ...changes }, { caller: 'window' })
  if (!shown?.ok) throw new Error('No preview')
  return shown.value
}

async function schedule(
  desk: OfficeDesk,
  changes: Partial<ParsedInputOf<'broadcasts.schedule'>> = {},
  onceKey = 'a press of a button',
) {
  const planned = await desk.handlers['broadcasts.schedule']?.(
    { ...draft, title: 'Closed', ...changes, onceKey },
    { caller: 'window' },
  )
  if (!planned?.ok) throw new Error(JSON.stringify(planned?.error))
  return planned.value
}

function rowsOf({ services }: OfficeDesk) {
  const { db } = services.store
  return db.selectFrom('delivery').select(['e164', 'state', 'not_before_ms', 'expires_at_ms']).execute()
}

test('everyone who agreed is counted, some are shown, and those left out by their reason', () =>
  withOffice(async (desk) => {
    const { db } = desk.services.store
    const [one, other] = await db.selectFrom('phone_number').selectAll().orderBy('e164').limit(2).execute()
    if (!one || !other) throw new Error('Nobody')
    // Somebody with a second number gets one copy; somebody who shares a number is named with it.
    await addPhoneNumber(db, { personId: one.person_id, e164: other.e164, createdAtMs: desk.clock.now() })
    const shown = await preview(desk)
    expect(shown).toMatchObject({ recipientCount: PEOPLE, leftOutCount: 0, canarySize: 20, dayCount: 0, problems: [] })
    expect(shown.recipients).toHaveLength(200)
    expect(await preview(desk, { purpose: 'marketing' })).toMatchObject({
      recipientCount: 0,
      leftOutCount: 0,
      problems: [{ code: 'nobody_left' }],
    })
    expect(await preview(desk, { audience: { kind: 'everyone', language: 'es' } })).toMatchObject({ recipientCount: 0 })
    expect(await schedule(desk)).toMatchObject({ deliveries: PEOPLE, leftOut: 0 })
  }))

test('a stop that comes while copies are made is honoured, on whichever side of it the number is', () =>
  withOffice(async (desk) => {
    const { store, newId, clock, lineId } = desk.services
    const numbers = await store.db.selectFrom('phone_number').select('e164').orderBy('e164').execute()
    const stopping = [numbers[0]?.e164, numbers[1100]?.e164, numbers.at(-1)?.e164] as E164[]
    const planning = schedule(desk)
    // Each stop waits for its turn between two transactions of the plan.
    const parts = { store, newId, clock, practice: () => ({ name: 'Cedar Clinic', phone: '' }) }
    for (const [place, e164] of stopping.entries()) {
      const text = { providerUuid: `in-${place}`, lineId, e164, body: 'STOP', sentAtMs: clock.now() - HOUR_MS }
      await recordInbound(parts, text)
    }
    const { deliveries, leftOut } = await planning
    const rows = await rowsOf(desk)
    const waiting = new Set(rows.filter(({ state }) => state === 'queued').map(({ e164 }) => e164))
    expect(stopping.filter((e164) => waiting.has(e164))).toEqual([])
    expect(waiting.size).toBe(1_200 - stopping.length)
    expect(deliveries + leftOut).toBe(1_200)
  }, 1_200))

test('copies with a picture are held until it is online, plain ones only until all are there', () =>
  withOffice(async (desk) => {
    const { db } = desk.services.store
    const copiesOf = (channel: 'sms' | 'mms') =>
      db
        .selectFrom('delivery')
        .innerJoin('message', 'message.id', 'delivery.message_id')
        .select(['delivery.state', 'delivery.why', 'delivery.segments', 'delivery.body'])
        .where('message.channel', '=', channel)
        .execute()
    await schedule(desk, { purpose: 'emergency', emergencyReason: 'The road is closed' })
    expect(new Set((await copiesOf('sms')).map(({ state }) => state))).toEqual(new Set(['queued']))

    const { id } = await keepPicture({ ...desk.services, db }, 1)
    const drawn = { ...draft, body: ' ', mediaIds: [id] }
    expect(await preview(desk, drawn)).toMatchObject({ costMicros: PEOPLE * 25_000, problems: [] })
    const { broadcastId } = await schedule(desk, { ...drawn, title: '' }, 'another press of it')
    const copies = await copiesOf('mms')
    expect(copies).toHaveLength(PEOPLE)
    for (const copy of copies) {
      expect(copy).toEqual({ state: 'held', why: '{"code":"media"}', segments: 1, body: 'Reply STOP to end.' })
    }
    const story = await desk.handlers['broadcasts.get']?.({ id: broadcastId }, { caller: 'window' })
    expect(story).toMatchObject({ value: { title: 'door.jpg', media: [{ id }] } })
    expect(await desk.handlers['broadcasts.cancel']?.({ id: broadcastId }, { caller: 'window' })).toMatchObject({
      value: { counts: { cancelled: PEOPLE } },
    })
  }))

test('a drip puts so many on each lawful day, and leaves out whom its end comes too early for', () =>
  withOffice(async (desk) => {
    const perDay = 100
    expect(await preview(desk, { perDay })).toMatchObject({ recipientCount: PEOPLE, dayCount: 3 })
    const end = desk.clock.now() + DAY_MS + 2 * HOUR_MS
    const short = await preview(desk, { perDay, notAfterMs: end })
    expect(short).toMatchObject({
      recipientCount: 200,
      leftOutGroups: [{ reason: 'too_late', rule: 'drip', count: 50 }],
    })
    await schedule(desk, { perDay, notAfterMs: end })
    const rows = await rowsOf(desk)
    const days = Map.groupBy(rows, ({ not_before_ms }) => isoDay(not_before_ms, ZONE))
    expect([...days.values()].map((ofDay) => ofDay.length)).toEqual([100, 100])
    expect(new Set(rows.map(({ expires_at_ms }) => expires_at_ms))).toEqual(new Set([end]))
  }))

test('a second care text waits for the next day, unless a person says why it cannot', () =>
  withOffice(async (desk) => {
    await schedule(desk)
    const second = await preview(desk)
    expect(second).toMatchObject({ recipientCount: PEOPLE, overCapCount: PEOPLE, movedBy: { rule: 'cap.care' } })
    expect(isoDay(second.firstAtMs ?? 0, ZONE)).toBe('2026-11-25')
    const tonight = { notAfterMs: desk.clock.now() + 8 * HOUR_MS }
    expect(await preview(desk, tonight)).toMatchObject({ recipientCount: 0, leftOutGroups: [{ reason: 'too_often' }] })
    const urgent = { ...tonight, overCapReason: 'The road is closed' }
    expect(await preview(desk, urgent)).toMatchObject({ recipientCount: PEOPLE, overCapCount: PEOPLE, movedBy: null })
    await schedule(desk, urgent, 'another press of it')
    const noted = await desk.services.store.db
      .selectFrom('audit_event')
      .select(['facts', 'staff_id'])
      .where('action', '=', 'caps.override')
      .execute()
    expect(noted).toEqual([{ facts: '{"reason":"The road is closed"}', staff_id: desk.services.staffId() }])
  }))

test('a second text to one person is asked about, and one to somebody who just wrote is not', () =>
  withOffice(async (desk) => {
    const number = await desk.services.store.db.selectFrom('phone_number').select('e164').executeTakeFirstOrThrow()
    const to = { e164: number.e164, personId: null }
    const letter = { ...to, purpose: 'care' as const, emergencyReason: null, mediaIds: [], whenMs: null }
    const send = (body: string, onceKey: string, overCapReason: string | null = null) =>
      desk.handlers['messages.send']?.({ ...letter, body, onceKey, overCapReason }, { caller: 'window' })
    expect(await send('First', 'the first press of it')).toMatchObject({ ok: true })
    const tooOften = { code: 'too_often', e164: to.e164, rule: 'cap.care' }
    expect(await send('Second', 'the second press of it')).toEqual({ ok: false, error: tooOften })
    const seen = { ...letter, body: 'Third', onceKey: 'somebody saw that it waits', mayWait: true }
    expect(await desk.handlers['messages.send']?.(seen, { caller: 'window' })).toMatchObject({
      value: { notBeforeMs: Date.UTC(2026, 10, 25, 16) },
    })
    expect(await send('Second', 'the second press of it', 'Left her keys here')).toMatchObject({ ok: true })
    const { store, newId, clock, lineId } = desk.services
    const parts = { store, newId, clock, practice: () => ({ name: 'Cedar Clinic', phone: '' }) }
    const text = { providerUuid: 'in-1', lineId, e164: to.e164, body: 'Is it open?', sentAtMs: clock.now() }
    await recordInbound(parts, text)
    expect(await send('Third', 'the third press of it')).toMatchObject({ ok: true })
    const answers = store.db.selectFrom('message').select('once_key').where('is_answer', '=', 1)
    expect(await answers.execute()).toEqual([{ once_key: 'the third press of it' }])
  }, 1))

test('what the office says otherwise counts from its day on, and can be taken back', () =>
  withOffice(async (desk) => {
    const change = async (from: string, changes: ParsedInputOf<'rules.change'>['changes']) => {
      const changed = await desk.handlers['rules.change']?.({ from, changes }, { caller: 'window' })
      return changed?.ok ? changed.value : changed?.error
    }
    const late = { care: { fromMinute: 11 * 60, toMinute: 20 * 60 } }
    await change('2026-12-24', late)
    expect((await preview(desk)).movedBy).toBeNull()
    expect(await change('2026-11-24', late)).toMatchObject({ changes: late, promisedAMonth: { care: 8, marketing: 4 } })
    const moved = await preview(desk)
    expect(moved.moves).toMatchObject([{ rule: 'hours.care', count: PEOPLE, zone: ZONE }])
    expect(await change('2026-11-23', {})).toMatchObject({ code: 'invalid_input' })
    expect(await change('2026-11-24', {})).toMatchObject({ changes: {}, dated: [{}, {}, {}] })
    expect((await preview(desk)).movedBy).toBeNull()
  }))

test('a text before an appointment is reckoned from each one’s own', () =>
  withOffice(async (desk) => {
    const audience = await bookEveryone(desk)
    const shown = await preview(desk, { audience, before: { daysBefore: 1, atMinute: 18 * 60 } })
    expect(new Set(shown.recipients.map(({ notBeforeMs }) => notBeforeMs))).toEqual(
      new Set([Date.UTC(2026, 10, 28, 2)]),
    )
    const passed = await preview(desk, { audience, before: { daysBefore: 10, atMinute: 18 * 60 } })
    expect(passed.movedBy).toBeNull()
  }, 5))

/** Books everybody for Saturday. */
async function bookEveryone({ services }: OfficeDesk): Promise<Draft['audience']> {
  const { db } = services.store
  const owners = await db.selectFrom('phone_number').selectAll().execute()
  const runId = services.newId()
  const atMs = services.clock.now()
  const run = { id: runId, kind: 'day_sheet', file_name: 'day.csv', file_sha256: '', state: 'done', counts: '{}' }
  await db
    .insertInto('import_run')
    .values({ ...run, staff_id: services.staffId(), started_at_ms: atMs, finished_at_ms: atMs } as never)
    .execute()
  for (const { person_id, e164 } of owners) {
    const id = services.newId()
    const place = {
      id,
      source_key: id,
      person_id,
      e164,
      import_run_id: runId,
      updated_at_ms: atMs,
    }
    await db
      .insertInto('appointment')
      .values({ ...place, starts_at_ms: Date.UTC(2026, 10, 28, 18), iso_day: '2026-11-28' } as never)
      .execute()
  }
  return { kind: 'appointments', isoDay: '2026-11-28', appointmentIds: null }
}
