import { expect, test } from 'vitest'
import type { InputOf, OutputOf } from '../../shared/ipc/contract.ts'
import { HOUR_MS } from '../../shared/time.ts'
import { type TestCore, withCore } from '../support/core.ts'
import { importSheet, sampleSheet, sheetOf, threeWhoAgreed, TOMORROW } from '../support/day-sheets.ts'

type Draft = InputOf<'broadcasts.preview'>

const ROSA = '+12065550111'
const OTTO = '+12065550110'
const STOPPED = '+12535550123'

const draft: Draft = {
  audience: { kind: 'appointments', isoDay: TOMORROW, appointmentIds: null },
  purpose: 'care',
  emergencyReason: null,
  body: 'Hi {first_name}, we are closed on {appointment_day}. Please call {practice_phone}.',
  whenMs: null,
}

function schedule(core: TestCore, changes: Partial<Draft> = {}, onceKey = 'a press of a button') {
  return core.ask('broadcasts.schedule', { ...draft, title: 'Closed', ...changes, onceKey })
}

function personIdOf(core: TestCore, phone: string): Promise<string> {
  return core.ask('people.byPhone', { phone }).then(({ people }) => people[0]?.id ?? '')
}

function reasonsOf(leftOut: OutputOf<'broadcasts.preview'>['leftOut']): Readonly<Record<string, string>> {
  return Object.fromEntries(leftOut.map(({ displayName, reason }) => [displayName, reason]))
}

test('a preview names the right people, the right words and the right reasons, and stores nothing', () =>
  withCore(async (core) => {
    await importSheet(core, await sampleSheet())
    const preview = await core.ask('broadcasts.preview', draft)
    expect(preview).toMatchObject({ recipientCount: 10, problems: [], movedBy: null, costAsOf: expect.any(String) })
    expect(preview.recipients.find(({ e164 }) => e164 === ROSA)?.body).toBe(
      'Hi Rosa, we are closed on Wednesday, November 25. Please call (206) 555-0100. Reply STOP to end.',
    )
    const spanish = await core.ask('broadcasts.preview', { ...draft, language: 'es' })
    expect(spanish.recipients.find(({ e164 }) => e164 === ROSA)?.body).toMatch(
      /miércoles, 25 de noviembre.*Responda STOP para cancelar\.$/,
    )
    expect(reasonsOf(preview.leftOut)).toMatchObject({
      'Danielle Okafor': 'never_agreed',
      'Freya Lindgren': 'same_number',
      'Malik Robinson': 'said_stop',
      'Dmitri Volkov': 'cancelled_appointment',
      'Ruth Mwangi': 'no_number',
    })
    expect(preview.recipients.length + preview.leftOut.length).toBe(23)
    expect(preview.costMicros).toBe(preview.segmentsTotal * 12_000)
    expect((await core.ask('broadcasts.list', {})).broadcasts).toEqual([])
  }))

test('a planned broadcast freezes what the preview showed, goes out once each and is told as done', () =>
  withCore(async (core) => {
    await importSheet(core, threeWhoAgreed())
    const preview = await core.ask('broadcasts.preview', draft)
    const planned = await schedule(core)
    expect(planned).toMatchObject({ deliveries: 3, leftOut: 0 })
    await core.until('broadcasts.get', { id: planned.broadcastId }, ({ state }) => state === 'done')
    const { book } = await core.ask('carrier.get', {})
    expect(book.map(({ to, text }) => [to, text]).toSorted()).toEqual(
      preview.recipients.map(({ e164, body }) => [e164, body]).toSorted(),
    )
    const isPriced = ({ costs }: OutputOf<'broadcasts.get'>) => costs[0]?.messages === 3
    const { costs } = await core.until('broadcasts.get', { id: planned.broadcastId }, isPriced)
    expect(costs).toEqual([{ currency: 'USD', micros: preview.costMicros, messages: 3 }])
  }))

test('who was left out and why is kept with the broadcast', () =>
  withCore(async (core) => {
    await importSheet(core, await sampleSheet())
    const { leftOut } = await core.ask('broadcasts.preview', draft)
    await core.ask('queue.pause', { isPaused: true })
    const planned = await schedule(core)
    expect(planned).toMatchObject({ deliveries: 10, leftOut: 13 })
    const story = await core.ask('broadcasts.get', { id: planned.broadcastId })
    expect(story.leftOut).toEqual(leftOut)
    expect(story).toMatchObject({ title: 'Closed', total: 10, leftOutCount: 13, staffName: 'Elena Marsh' })
  }))

test('a double press plans one broadcast', () =>
  withCore(async (core) => {
    await importSheet(core, await sampleSheet())
    await core.ask('queue.pause', { isPaused: true })
    const [first, second] = await Promise.all([schedule(core), schedule(core)])
    expect(second).toEqual(first)
    expect(await schedule(core)).toEqual(first)
    expect((await core.ask('broadcasts.list', {})).broadcasts).toMatchObject([{ id: first.broadcastId, total: 10 }])
  }))

test('each gets it in the hours of the place where he is, and one about an appointment not after it', () =>
  withCore(async (core) => {
    const now = core.clock.now()
    await importSheet(
      core,
      sheetOf(
        [
          { name: 'Kalua, Keanu', phone: '(808) 555-0146', time: '11:00 AM' },
          { name: 'Sato, Aiko', phone: '(503) 555-0149', time: '9:30 AM' },
        ],
        '2026-11-24',
      ),
    )
    const today: Draft['audience'] = { kind: 'appointments', isoDay: '2026-11-24', appointmentIds: null }
    const preview = await core.ask('broadcasts.preview', { ...draft, audience: today })
    expect(preview.movedBy).toEqual({ reason: 'texting_hours', rule: 'hours.care' })
    expect(preview.recipients.find(({ displayName }) => displayName === 'Keanu Kalua')?.notBeforeMs).toBe(
      Date.UTC(2026, 10, 24, 18), // 8:00 in Honolulu
    )
    await core.ask('queue.pause', { isPaused: true })
    const { broadcastId } = await schedule(core, { audience: today })
    const { deliveries } = await core.ask('broadcasts.copies', { id: broadcastId, after: null, limit: 200 })
    const expiryOf = (name: string) => deliveries.find(({ displayName }) => displayName === name)?.expiresAtMs
    expect(expiryOf('Aiko Sato')).toBe(Date.UTC(2026, 10, 24, 17, 30))
    expect(expiryOf('Keanu Kalua')).toBe(Date.UTC(2026, 10, 24, 19))

    const again = { overCapReason: 'The office floods' }
    const late = await core.ask('broadcasts.preview', { ...draft, ...again, audience: today, whenMs: now + HOUR_MS })
    expect(reasonsOf(late.leftOut)).toEqual({ 'Aiko Sato': 'too_late' })
  }))

test('offers go only to those who agreed to offers', () =>
  withCore(async (core) => {
    const personIds = await Promise.all(['(206) 555-0111', '(206) 555-0112'].map((phone) => personIdOf(core, phone)))
    const offer: Draft = { ...draft, audience: { kind: 'people', personIds }, purpose: 'marketing', body: 'Flu shots' }
    const preview = await core.ask('broadcasts.preview', offer)
    expect(preview.recipients.map(({ displayName }) => displayName)).toEqual(['Hannah Weiss'])
    expect(reasonsOf(preview.leftOut)).toEqual({ 'Rosa Delgado': 'not_for_this_purpose' })
  }))

test('somebody for whom a field has no value is left out, and a field nobody knows is a problem', () =>
  withCore(async (core) => {
    const personIds = [await personIdOf(core, '(206) 555-0111')]
    const people: Draft = { ...draft, audience: { kind: 'people', personIds } }
    const preview = await core.ask('broadcasts.preview', { ...people, body: 'See you at {appointment_time}' })
    expect(reasonsOf(preview.leftOut)).toEqual({ 'Rosa Delgado': 'merge_field_empty' })
    expect(preview.emptyFields).toEqual([{ fields: ['appointment_time'], count: 1 }])
    expect(preview.problems).toEqual([{ code: 'nobody_left' }])
    const misspelt = await core.ask('broadcasts.preview', { ...people, body: 'Hi {frist_name}' })
    expect(misspelt.problems).toEqual([{ code: 'merge_field_unknown', field: 'frist_name' }])
  }))

test('the fields without a value are told together, with for how many of those who may be texted', () =>
  withCore(async (core) => {
    const phones = ['(206) 555-0111', '(206) 555-0112', STOPPED]
    const personIds = await Promise.all(phones.map((phone) => personIdOf(core, phone)))
    const preview = await core.ask('broadcasts.preview', {
      ...draft,
      audience: { kind: 'people', personIds },
      body: 'Hi {first_name}, {appointment_day} at {appointment_time}',
    })
    expect(preview.emptyFields).toEqual([{ fields: ['appointment_day', 'appointment_time'], count: 2 }])
    const filled = await core.ask('broadcasts.preview', {
      ...draft,
      audience: { kind: 'people', personIds },
      body: 'Hi',
    })
    expect(filled.emptyFields).toEqual([])
  }))

test.each<[string, Partial<Draft>, object]>([
  ['no words', { body: ' ' }, { code: 'body_empty' }],
  ['too many words', { body: 'x'.repeat(1001) }, { code: 'body_too_long', length: 1001, limit: 1000 }],
  ['a time gone by', { whenMs: 1 }, { code: 'time_in_past', atMs: 1 }],
  ['nobody', { audience: { kind: 'people', personIds: [] } }, { code: 'nobody_left' }],
  ['an emergency without its reason', { purpose: 'emergency' }, { code: 'invalid_input' }],
])('refuses %s', (_, changes, error) =>
  withCore(async (core) => {
    await importSheet(core, await sampleSheet())
    const asked = { ...draft, title: '', onceKey: 'a press of a button', ...changes }
    expect(await core.call('broadcasts.schedule', asked)).toMatchObject({ ok: false, error })
    expect((await core.ask('broadcasts.list', {})).broadcasts).toEqual([])
  }),
)

test('who was told how to stop is not told again within a month', () =>
  withCore(async (core) => {
    await importSheet(core, threeWhoAgreed())
    const { broadcastId } = await schedule(core)
    await core.until('broadcasts.get', { id: broadcastId }, ({ state }) => state === 'done')
    const again = await core.ask('broadcasts.preview', draft)
    expect(again.advice).toEqual([])
    expect(again.recipients.every(({ body }) => !body.includes('STOP'))).toBe(true)
  }))

test('a STOP between planning and sending holds back what waits for the number, and nothing else', () =>
  withCore(async (core) => {
    await importSheet(core, threeWhoAgreed())
    await core.ask('queue.pause', { isPaused: true })
    const { broadcastId } = await schedule(core)
    await core.ask('carrier.reply', { e164: ROSA, body: 'STOP' })
    await core.until('threads.get', { e164: ROSA }, ({ state }) => state === 'said_stop')
    await core.ask('queue.pause', { isPaused: false })
    const { counts } = await core.until('broadcasts.get', { id: broadcastId }, ({ state }) => state === 'done')
    const { deliveries } = await core.ask('broadcasts.copies', { id: broadcastId, after: null, limit: 200 })
    expect(deliveries.find(({ e164 }) => e164 === ROSA)).toMatchObject({ state: 'blocked', why: { code: 'said_stop' } })
    expect(counts.blocked).toBe(1)
    const { book } = await core.ask('carrier.get', {})
    expect(book.filter(({ to, text }) => to === ROSA && text.includes('closed'))).toEqual([])
    expect(book.filter(({ to }) => to === OTTO)).toHaveLength(1)
  }))

test('a broadcast is held back, let go on, and cancelled; then it is over', () =>
  withCore(async (core) => {
    await importSheet(core, await sampleSheet())
    const { broadcastId: id } = await schedule(core, { whenMs: core.clock.now() + HOUR_MS })
    expect(await core.ask('broadcasts.get', { id })).toMatchObject({ state: 'waiting' })
    expect(await core.ask('broadcasts.pause', { id })).toMatchObject({ state: 'paused' })
    expect(await core.ask('broadcasts.resume', { id })).toMatchObject({ state: 'waiting' })
    expect(await core.ask('broadcasts.cancel', { id })).toMatchObject({ state: 'cancelled', counts: { cancelled: 10 } })
    expect(await core.call('broadcasts.resume', { id })).toEqual({
      ok: false,
      error: { code: 'broadcast_over', state: 'cancelled' },
    })
    expect(await core.call('broadcasts.cancel', { id: 'nothing' })).toMatchObject({ error: { code: 'not_found' } })
  }))

test('a broadcast that is held back sends nothing while others go out', () =>
  withCore(async (core) => {
    await importSheet(core, threeWhoAgreed())
    await core.ask('queue.pause', { isPaused: true })
    const held = await schedule(core, {}, 'the first press of it')
    const second = { body: 'Second: {first_name}', overCapReason: 'The first one had the wrong day' }
    const going = await schedule(core, second, 'the second press of it')
    await core.ask('broadcasts.pause', { id: held.broadcastId })
    await core.ask('queue.pause', { isPaused: false })
    await core.until('broadcasts.get', { id: going.broadcastId }, ({ state }) => state === 'done')
    expect(await core.ask('broadcasts.get', { id: held.broadcastId })).toMatchObject({
      state: 'paused',
      counts: { queued: 3 },
    })
  }))
