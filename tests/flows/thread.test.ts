import { expect, test } from 'vitest'
import type { InputOf } from '../../shared/ipc/contract.ts'
import { HOUR_MS } from '../../shared/time.ts'
import { type TestCore, withCore } from '../support/core.ts'

const ROSA = '+12065550111'
const STOPPED = '+12535550123'

async function letterTo(core: TestCore, e164: string, changes: Partial<InputOf<'messages.send'>> = {}) {
  const { people } = await core.ask('people.byPhone', { phone: e164 })
  const letter: InputOf<'messages.send'> = {
    e164,
    personId: people[0]?.id ?? null,
    purpose: 'care',
    emergencyReason: null,
    body: 'Your results are here, {first_name}.',
    whenMs: null,
    onceKey: 'a press of a button',
  }
  return { ...letter, ...changes }
}

test('a text to one person goes out once however often it is pressed, and its story is told', () =>
  withCore(async (core) => {
    const letter = await letterTo(core, ROSA)
    const [first, second] = await Promise.all([core.ask('messages.send', letter), core.ask('messages.send', letter)])
    expect(second).toEqual(first)
    await core.until('deliveries.get', { id: first.deliveryId }, ({ state }) => state === 'delivered')
    const story = await core.ask('deliveries.get', { id: first.deliveryId })
    expect(story).toMatchObject({
      displayName: 'Rosa Delgado',
      body: 'Your results are here, Rosa.',
      attempts: [{ n: 1, clientRef: `${first.deliveryId}.1`, outcome: 'ACCEPTED' }],
    })
    expect(story.events.map(({ status }) => status)).toContain('delivered')
    const { items, lastDirection } = await core.ask('threads.get', { e164: ROSA })
    expect(items).toMatchObject([{ direction: 'out', staffName: 'Elena Marsh' }])
    expect(lastDirection).toBe('out')
    expect((await core.ask('carrier.get', {})).book).toHaveLength(1)
  }))

test.each<[string, string, Partial<InputOf<'messages.send'>>, object]>([
  ['a number that said stop', STOPPED, {}, { code: 'may_not_text', reason: 'said_stop', rule: 'opt-out.any-means' }],
  [
    'offers without consent to offers',
    ROSA,
    { purpose: 'marketing' },
    { code: 'may_not_text', reason: 'not_for_this_purpose' },
  ],
  ['a number nobody knows', '+12065550188', { body: 'Hi' }, { code: 'may_not_text', reason: 'never_agreed' }],
  [
    'an emergency to a number that said stop',
    STOPPED,
    { purpose: 'emergency', emergencyReason: 'Fire' },
    { code: 'may_not_text' },
  ],
  ['an empty text', ROSA, { body: '\n' }, { code: 'body_empty' }],
  ['a text that is too long', ROSA, { body: 'x'.repeat(1001) }, { code: 'body_too_long', limit: 1000 }],
  [
    'a field without a value',
    ROSA,
    { body: 'At {appointment_time}' },
    { code: 'merge_field_empty', fields: ['appointment_time'], count: 1 },
  ],
  ['a field nobody knows', ROSA, { body: '{frist_name}' }, { code: 'merge_field_unknown' }],
  ['a time gone by', ROSA, { whenMs: 1 }, { code: 'time_in_past' }],
])('refuses %s', (_, e164, changes, error) =>
  withCore(async (core) => {
    expect(await core.call('messages.send', await letterTo(core, e164, changes))).toMatchObject({ ok: false, error })
    expect(await core.ask('queue.list', { states: ['held', 'queued'], limit: 10 })).toEqual({
      deliveries: [],
      total: 0,
    })
  }),
)

test('a text for later waits for its hour, may be taken back until then, and not after', () =>
  withCore(async (core) => {
    const whenMs = core.clock.now() + 20 * HOUR_MS // 5:00 in the morning
    const { deliveryId, notBeforeMs } = await core.ask('messages.send', await letterTo(core, ROSA, { whenMs }))
    expect(notBeforeMs).toBe(Date.UTC(2026, 10, 25, 16))
    expect(await core.ask('queue.list', { states: ['queued'], limit: 10 })).toMatchObject({ total: 1 })
    expect(await core.ask('queue.status', {})).toMatchObject({ carrier: 'practice', later: 1, ready: 0 })
    expect(await core.ask('deliveries.cancel', { id: deliveryId })).toMatchObject({ state: 'cancelled' })
    expect(await core.call('deliveries.cancel', { id: deliveryId })).toEqual({
      ok: false,
      error: { code: 'delivery_not_waiting', state: 'cancelled' },
    })
  }))

test('an answer makes a thread that is unread until it is read', () =>
  withCore(async (core) => {
    await core.ask('carrier.reply', { e164: ROSA, body: 'Thank you!' })
    const { threads } = await core.until('threads.list', {}, ({ unread }) => unread === 1)
    expect(threads).toMatchObject([
      {
        e164: ROSA,
        displayName: 'Rosa Delgado',
        lastText: 'Thank you!',
        lastDirection: 'in',
        isUnread: true,
        state: 'may_text',
      },
    ])
    expect(await core.ask('threads.markRead', { e164: ROSA })).toEqual({ unread: 0 })
    expect((await core.ask('threads.list', {})).threads).toMatchObject([{ isUnread: false }])
  }))

test('a thread of a household bears every name, and one nobody wrote in is empty', () =>
  withCore(async (core) => {
    await core.ask('people.save', {
      id: null,
      givenName: 'Freya',
      familyName: 'Lindgren',
      email: '',
      language: 'en',
      phone: '(206) 555-0110',
    })
    const thread = await core.ask('threads.get', { e164: '+12065550110' })
    expect(thread).toMatchObject({ items: [], lastText: '', isUnread: false, state: 'may_text' })
    expect(thread.displayName.split(', ').toSorted()).toEqual(['Freya Lindgren', 'Otto Lindgren'])
    expect(await core.ask('threads.get', { e164: '+12065550188' })).toMatchObject({
      displayName: '(206) 555-0188',
      personId: null,
    })
  }))

const UNCLEAR = 'please dont text me so much ok? stop maybe'

async function unclearReply(core: TestCore): Promise<string> {
  await core.ask('carrier.reply', { e164: ROSA, body: UNCLEAR })
  const { items } = await core.until('threads.get', { e164: ROSA }, ({ needsDecision }) => needsDecision)
  const reply = items.find((item) => item.direction === 'in')
  return reply?.direction === 'in' ? reply.inboundId : ''
}

test('an answer that may have meant stop holds the number until somebody decides; "not stop" lets it go on', () =>
  withCore(async (core) => {
    await core.ask('queue.pause', { isPaused: true })
    const { deliveryId } = await core.ask('messages.send', await letterTo(core, ROSA))
    const inboundId = await unclearReply(core)
    const other = await core.call('messages.send', await letterTo(core, ROSA, { onceKey: 'another press of it' }))
    expect(other).toMatchObject({ ok: false, error: { code: 'may_not_text', reason: 'perhaps_said_stop' } })
    expect(await core.ask('threads.decide', { inboundId, decision: 'not_stop' })).toEqual({ blockedDeliveries: 0 })
    expect(await core.ask('threads.get', { e164: ROSA })).toMatchObject({ needsDecision: false, state: 'may_text' })
    await core.ask('queue.pause', { isPaused: false })
    await core.until('deliveries.get', { id: deliveryId }, ({ state }) => state === 'delivered')
    const twice = await core.call('threads.decide', { inboundId, decision: 'stop' })
    expect(twice).toEqual({ ok: false, error: { code: 'not_found', what: 'reply' } })
  }))

test('decided as a stop it is one: the number is blocked, what waits too, and the words are kept', () =>
  withCore(async (core) => {
    await core.ask('queue.pause', { isPaused: true })
    const { deliveryId } = await core.ask('messages.send', await letterTo(core, ROSA))
    const inboundId = await unclearReply(core)
    expect(await core.ask('threads.decide', { inboundId, decision: 'stop' })).toEqual({ blockedDeliveries: 1 })
    expect(await core.ask('deliveries.get', { id: deliveryId })).toMatchObject({ state: 'blocked' })
    expect(await core.ask('threads.get', { e164: ROSA })).toMatchObject({ state: 'said_stop', needsDecision: false })
    const { people } = await core.ask('people.byPhone', { phone: ROSA })
    const { numbers } = await core.ask('people.get', { id: people[0]?.id ?? '' })
    expect(numbers).toMatchObject([{ optOut: { source: 'inbound_text', words: UNCLEAR } }])
  }))

test('until somebody decides, every place says that the number may have said stop, and none that it did', () =>
  withCore(async (core) => {
    await unclearReply(core)
    const { people } = await core.ask('people.byPhone', { phone: ROSA })
    const personId = people[0]?.id ?? ''
    const { numbers, timeline } = await core.ask('people.get', { id: personId })
    expect(numbers).toMatchObject([{ state: 'perhaps_said_stop', optOut: { source: 'maybe_stop', words: UNCLEAR } }])
    expect(timeline.filter(({ type }) => type === 'opt_out')).toEqual([])
    expect(timeline).toContainEqual(
      expect.objectContaining({ type: 'message_in', meaning: 'maybe_stop', decision: null, body: UNCLEAR }),
    )
    expect(people).toMatchObject([{ numbers: [{ state: 'perhaps_said_stop' }] }])
    const page = { text: '', after: null, limit: 50 }
    const found = await core.ask('people.search', { ...page, state: 'perhaps_said_stop' })
    expect(found.people.map(({ id }) => id)).toEqual([personId])
    const { threads } = await core.ask('threads.list', {})
    expect(threads.find(({ e164 }) => e164 === ROSA)).toMatchObject({ state: 'perhaps_said_stop', needsDecision: true })
    const preview = await core.ask('broadcasts.preview', {
      audience: { kind: 'people', personIds: [personId] },
      purpose: 'care',
      emergencyReason: null,
      body: 'Hi',
      whenMs: null,
    })
    expect(preview.leftOut).toMatchObject([{ reason: 'perhaps_said_stop' }])
  }))

test('once it is decided, the story keeps what the answer meant: nobody is told to have said stop who did not', () =>
  withCore(async (core) => {
    const inboundId = await unclearReply(core)
    await core.ask('threads.decide', { inboundId, decision: 'not_stop' })
    const { people } = await core.ask('people.byPhone', { phone: ROSA })
    const { numbers, timeline } = await core.ask('people.get', { id: people[0]?.id ?? '' })
    expect(numbers).toMatchObject([{ state: 'may_text', optOut: null }])
    expect(timeline.filter(({ type }) => type === 'opt_out')).toEqual([])
    expect(timeline).toContainEqual(expect.objectContaining({ meaning: 'maybe_stop', decision: 'not_stop' }))
  }))

test.each<[string, 'stop' | 'not_stop', string, (core: TestCore) => Promise<unknown>]>([
  ['STOP', 'stop', 'said_stop', (core) => core.ask('carrier.reply', { e164: ROSA, body: 'STOP' })],
  ['START', 'not_stop', 'may_text', (core) => core.ask('carrier.reply', { e164: ROSA, body: 'START' })],
  [
    'a stop noted at the desk',
    'stop',
    'said_stop',
    (core) => core.ask('people.optOut', { e164: ROSA, how: 'in_person', words: '' }),
  ],
])('%s answers the question by itself, and nobody is asked any more', (_, decision, state, say) =>
  withCore(async (core) => {
    await unclearReply(core)
    await say(core)
    const thread = await core.until('threads.get', { e164: ROSA }, ({ needsDecision }) => !needsDecision)
    expect(thread.state).toBe(state)
    expect(thread.items).toContainEqual(expect.objectContaining({ body: UNCLEAR, decision }))
    const { needs } = await core.ask('today.get', {})
    expect(needs.map(({ kind }) => kind)).not.toContain('maybe_stop')
  }),
)

test('an unclear answer of a number that said stop asks nobody anything', () =>
  withCore(async (core) => {
    await core.ask('carrier.reply', { e164: STOPPED, body: UNCLEAR })
    const thread = await core.until('threads.get', { e164: STOPPED }, ({ lastText }) => lastText === UNCLEAR)
    expect(thread).toMatchObject({ state: 'said_stop', needsDecision: false })
    const { needs } = await core.ask('today.get', {})
    expect(needs.map(({ kind }) => kind)).not.toContain('maybe_stop')
  }))

test('nobody can settle what is not in doubt, or what is not there', () =>
  withCore(async ({ call }) => {
    const missing = { ok: false, error: { code: 'not_found', what: 'delivery' } }
    expect(await call('deliveries.get', { id: 'none' })).toEqual(missing)
    expect(await call('deliveries.cancel', { id: 'none' })).toEqual(missing)
    expect(await call('deliveries.settle', { id: 'none', decision: 'leave' })).toEqual(missing)
  }))
