import { describe, expect, test } from 'vitest'
import { DAY_MS } from '../../shared/time.ts'
import { officeHoursClock, type TestCore, withCore } from '../support/core.ts'
import { pngFile } from '../support/form-files.ts'

const ROSA = '+12065550111'

async function rosa(core: TestCore) {
  const { people } = await core.ask('people.byPhone', { phone: ROSA })
  return core.ask('people.get', { id: people[0]?.id ?? '' })
}

async function stopOf(core: TestCore) {
  const { timeline } = await rosa(core)
  const stop = timeline.find((item) => item.type === 'opt_out')
  if (stop?.type !== 'opt_out') throw new Error('No stop is told')
  return stop
}

function csv(text: string) {
  return { name: 'stops.csv', bytes: new TextEncoder().encode(text) }
}

/** What a person says, once it was read. */
async function say(core: TestCore, body: string) {
  const before = (await core.ask('threads.get', { e164: ROSA })).items.length
  await core.ask('carrier.reply', { e164: ROSA, body })
  const { items } = await core.until('threads.get', { e164: ROSA }, (thread) =>
    thread.items.slice(before).some((item) => item.direction === 'in'),
  )
  const last = items.findLast((item) => item.direction === 'in')
  if (last?.direction !== 'in') throw new Error('Nothing came in')
  return last
}

describe('a stop by letter', () => {
  test('holds at once, with its picture, its day, who noted it and the deadline that it met', () =>
    withCore(async (core) => {
      const bytes = new Uint8Array(await pngFile())
      const letter = { e164: ROSA, how: 'by_letter', words: 'No more texts', saidOn: '2026-11-20' } as const
      await core.ask('people.optOut', { ...letter, evidence: { name: 'letter.png', bytes } })
      const stop = await stopOf(core)
      expect(stop).toMatchObject({
        source: 'by_letter',
        scope: 'everything',
        words: 'No more texts',
        staffName: 'Elena Marsh',
        hasPicture: true,
        atMs: Date.UTC(2026, 10, 20, 8),
        dueOn: '2026-12-07',
      })
      expect(stop.recordedAtMs - stop.atMs).toBeLessThan(10 * DAY_MS)
      expect(await core.ask('optOuts.evidence', { id: stop.id })).toMatchObject({ mediaType: 'image/jpeg' })
      expect((await rosa(core)).numbers).toMatchObject([{ state: 'said_stop', optOut: { source: 'by_letter' } }])
    }))

  test.each([
    ['a day to come', { saidOn: '2026-11-25' }, 'date_in_future'],
    ['a day that is none', { saidOn: '2026-02-30' }, 'date_not_valid'],
    ['a file that is no picture', { evidence: csv('a,b') }, 'file_not_picture'],
  ])('is refused with %s, and changes nothing', (_, change, code) =>
    withCore(async (core) => {
      const note = { e164: ROSA, how: 'by_letter', words: '', ...change } as const
      expect(await core.call('people.optOut', note)).toMatchObject({ ok: false, error: { code } })
      expect((await rosa(core)).numbers).toMatchObject([{ state: 'may_text', optOut: null }])
    }),
  )

  test('is not undone by START, whatever a text had said before it', () =>
    withCore(async (core) => {
      await say(core, 'STOP')
      await core.ask('people.optOut', { e164: ROSA, how: 'by_letter', words: '' })
      await say(core, 'START')
      expect((await rosa(core)).numbers).toMatchObject([{ state: 'said_stop', optOut: { source: 'by_letter' } }])
    }))

  test('about offers leaves care as it was', () =>
    withCore(async (core) => {
      await core.ask('people.optOut', { e164: ROSA, how: 'by_phone', words: '', scope: 'marketing' })
      expect((await rosa(core)).numbers).toMatchObject([{ state: 'may_text', optOut: { scope: 'marketing' } }])
      const letter = { e164: ROSA, personId: null, emergencyReason: null, body: 'Hello', whenMs: null }
      const offer = await core.call('messages.send', { ...letter, purpose: 'marketing', onceKey: 'one press of a key' })
      expect(offer).toMatchObject({ ok: false, error: { code: 'may_not_text', reason: 'stopped_this_kind' } })
      await core.ask('messages.send', { ...letter, purpose: 'care', onceKey: 'another press of it' })
    }))
})

describe('a wrong number', () => {
  test('is held and told apart, ends everything by one decision, and waits to be corrected', () =>
    withCore(async (core) => {
      const { inboundId, isWrongNumber } = await say(core, 'Sorry, wrong number')
      expect(isWrongNumber).toBe(true)
      expect((await core.ask('today.get', {})).needs.map(({ kind }) => kind)).toContain('maybe_stop')
      await core.ask('threads.decide', { inboundId, decision: 'wrong_number' })
      const { items } = await core.ask('threads.get', { e164: ROSA })
      expect(items.find((item) => item.direction === 'in')).toMatchObject({
        decision: 'stop',
        decidedBy: 'Elena Marsh',
      })
      const person = await rosa(core)
      expect(person.numbers[0]?.consents.map(({ state }) => state)).toEqual(['reassigned', 'reassigned', 'reassigned'])
      const need = (await core.ask('today.get', {})).needs.find(({ kind }) => kind === 'wrong_number')
      expect(need).toMatchObject({ count: 1, target: person.id, names: ['Rosa Delgado'] })
      expect(await core.ask('people.dropNumber', { personId: person.id, e164: ROSA })).toEqual({ numbersLeft: 0 })
      expect((await core.ask('today.get', {})).needs.map(({ kind }) => kind)).not.toContain('wrong_number')
      expect(await core.ask('people.byPhone', { phone: ROSA })).toMatchObject({ people: [] })
      expect(await core.ask('threads.get', { e164: ROSA })).toMatchObject({ state: 'said_stop' })
    }))

  test('is not undone by START: nobody under it ever agreed', () =>
    withCore(async (core) => {
      const { inboundId } = await say(core, 'número equivocado')
      await core.ask('threads.decide', { inboundId, decision: 'wrong_number' })
      await say(core, 'START')
      const [number] = (await rosa(core)).numbers
      expect(number?.consents.map(({ state }) => state)).toEqual(['reassigned', 'reassigned', 'reassigned'])
      const letter = { e164: ROSA, personId: null, purpose: 'care', emergencyReason: null, body: 'Hi' } as const
      const sent = await core.call('messages.send', { ...letter, whenMs: null, onceKey: 'one press of a key' })
      expect(sent).toMatchObject({ ok: false, error: { reason: 'reassigned' } })
    }))
})

describe('a list of those who said stop', () => {
  const LIST = csv('Name,Mobile\nRosa,(206) 555-0111\nNobody,206-555-0188\nRosa,12065550111\nOtto,none\n')

  test('is looked into, brought in once, and taken out again without formulas', () =>
    withCore(async (core) => {
      const looked = await core.ask('optOuts.readList', LIST)
      expect(looked).toMatchObject({ column: 'Mobile', rows: 4, fresh: 2, known: 0, refusedCount: 1 })
      expect(looked.refused).toEqual([{ row: 5, value: 'none', code: 'phone_letters' }])
      expect((await rosa(core)).numbers).toMatchObject([{ state: 'may_text' }])
      const before = (await core.ask('optOuts.settings', {})).stoppedNumbers
      await core.ask('optOuts.importList', LIST)
      expect((await core.ask('optOuts.settings', {})).stoppedNumbers).toBe(before + 2)
      expect((await rosa(core)).numbers).toMatchObject([{ state: 'said_stop', optOut: { source: 'import' } }])
      expect(await core.ask('optOuts.importList', LIST)).toMatchObject({ fresh: 0, known: 2 })
      const { name, text, numbers } = await core.ask('optOuts.exportList', {})
      expect([name, numbers]).toEqual(['opt-outs-2026-11-24.csv', before + 2])
      expect(text).toContain('(206) 555-0188,2026-11-24,import,everything\r\n')
      expect(text.split('\r\n').filter((line) => /^[=+\-@]/.test(line))).toEqual([])
      // What leaves one desk comes into another.
      expect(await core.ask('optOuts.readList', csv(text))).toMatchObject({
        fresh: 0,
        known: before + 2,
        refusedCount: 0,
      })
    }))

  test('may be one number alone, and is refused without any', () =>
    withCore(async (core) => {
      expect(await core.ask('optOuts.readList', csv('2065550188'))).toMatchObject({ rows: 1, fresh: 1 })
      const column = csv('Phone\n(206) 555-0188\n(206) 555-0189\nnone\n')
      expect(await core.ask('optOuts.readList', column)).toMatchObject({ column: 'Phone', fresh: 2, refusedCount: 1 })
      const bare = csv('206-555-0188\n206-555-0189\n')
      expect(await core.ask('optOuts.readList', bare)).toMatchObject({ column: null, rows: 2, fresh: 2 })
      const none = await core.call('optOuts.readList', csv('Name,Phone\nRosa,none\n'))
      expect(none).toEqual({ ok: false, error: { code: 'columns_missing', columns: ['phone'] } })
    }))
})

test('the office may let STOP end one kind until the law does not let it any more', () => {
  const clock = officeHoursClock()
  let laterMs = 0
  return withCore(
    async (core) => {
      expect(await core.ask('optOuts.choose', { stopEnds: 'one_purpose' })).toMatchObject({ stopEnds: 'one_purpose' })
      laterMs = Date.UTC(2027, 0, 31, 17) - clock.now()
      expect(await core.ask('optOuts.settings', {})).toMatchObject({ stopEnds: 'everything', mayEndOnePurpose: false })
      expect(await core.call('optOuts.choose', { stopEnds: 'one_purpose' })).toEqual({
        ok: false,
        error: { code: 'one_purpose_over', isoDay: '2027-01-31' },
      })
    },
    { clock: { now: () => clock.now() + laterMs } },
  )
})
