import { describe, expect, it } from 'vitest'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import { withCore } from '../support/core.ts'
import type { TestCore } from '../support/core.ts'

const search = (core: TestCore, text: string, more: object = {}): Promise<OutputOf<'people.search'>> =>
  core.ask('people.search', { text, after: null, limit: 50, ...more })

const names = ({ people }: OutputOf<'people.search'>): string[] => people.map(({ displayName }) => displayName)

describe('searching people', () => {
  it('finds by any word of a name without its accents, and by digits however they are grouped', async () => {
    await withCore(async (core) => {
      expect(names(await search(core, 'benitez ana'))).toEqual(['Ana Lucía Benítez'])
      expect(names(await search(core, '(509) 555-0118'))).toEqual(['Ana Lucía Benítez'])
      expect(names(await search(core, '0118'))).toEqual(['Ana Lucía Benítez'])
      expect(await search(core, 'nobody of this name')).toEqual({ people: [], after: null, total: 0 })
      for (const hostile of ['"', '*', 'NEAR(', 'a-b', 'col:', 'AND', "'; DROP TABLE person", '\u0000', '😀']) {
        expect((await search(core, hostile)).total).toBeTypeOf('number')
      }
    })
  })

  it('pages through everybody by name, each once', async () => {
    await withCore(async (core) => {
      const seen: string[] = []
      let after: string | null = null
      do {
        const page: OutputOf<'people.search'> = await search(core, '', { after, limit: 7 })
        seen.push(...page.people.map(({ id }) => id))
        expect(page.total).toBe(60)
        ;({ after } = page)
      } while (after !== null)
      expect(new Set(seen).size).toBe(60)
      expect(await search(core, '', { after: 'not of ours', limit: 7 })).toMatchObject({ total: 60 })
    })
  })

  it('sorts everybody into one of the five words', async () => {
    await withCore(async (core) => {
      const states = ['may_text', 'not_confirmed', 'did_not_agree', 'perhaps_said_stop', 'said_stop'] as const
      const totals = await Promise.all(states.map(async (state) => (await search(core, '', { state })).total))
      expect(totals).toEqual([41, 5, 9, 0, 5])
      const first = await search(core, '', { state: 'may_text', limit: 30 })
      const second = await search(core, '', { state: 'may_text', limit: 30, after: first.after })
      expect(new Set([...first.people, ...second.people].map(({ id }) => id)).size).toBe(41)
      expect(second.after).toBeNull()
    })
  })
})

describe('a person', () => {
  it('tells the whole story of the sample people, with its proof', async () => {
    await withCore(async (core) => {
      const [row] = (await search(core, 'benitez')).people
      const person = await core.ask('people.get', { id: row?.id ?? '' })
      expect(person.timeline.map((item) => (item.type === 'consent' ? item.kind : item.type))).toEqual([
        'opt_out',
        'confirmed',
        'form',
        'granted',
      ])
      expect(person.numbers[0]).toMatchObject({ state: 'said_stop', optOut: { words: 'STOP' } })
      const form = person.timeline.find((item) => item.type === 'form')
      const page = await core.ask('forms.page', { id: form?.formId ?? '' })
      expect(page.heightPx).toBeGreaterThan(1000)
      expect(await core.call('people.get', { id: 'nope' })).toEqual({
        ok: false,
        error: { code: 'not_found', what: 'person' },
      })
    })
  })

  it('is added, found at once, changed, and shown under a number that is being typed', async () => {
    await withCore(async (core) => {
      const typed = {
        givenName: ' Zoë ',
        familyName: "O'Brien",
        email: '',
        language: 'es',
        phone: '206.555.0157',
      } as const
      const { personId } = await core.ask('people.save', { id: null, ...typed })
      expect(names(await search(core, 'zoe'))).toEqual(["Zoë O'Brien"])
      await core.ask('people.save', { id: personId, ...typed, givenName: 'Zoe Ann', phone: '' })
      expect(names(await search(core, 'ann'))).toEqual(["Zoe Ann O'Brien"])
      expect(await core.ask('people.byPhone', { phone: '(206) 555-0157' })).toMatchObject({
        e164: '+12065550157',
        people: [{ id: personId, numbers: [{ state: 'did_not_agree' }] }],
      })
      expect(await core.ask('people.byPhone', { phone: '(206) 555-01' })).toEqual({ e164: null, people: [] })
    })
  })

  it('is refused without a name, with a wrong number or address, and under an unknown id', async () => {
    await withCore(async (core) => {
      const typed = { id: null, givenName: 'Zoë', familyName: '', email: '', language: 'en', phone: '' } as const
      const wrong = [
        [{ givenName: '\t' }, 'name_missing'],
        [{ email: 'zoe@' }, 'email_not_valid'],
        [{ phone: '12' }, 'phone_too_short'],
        [{ phone: '+44 20 7946 0958' }, 'phone_not_valid'],
        [{ id: 'nope' }, 'not_found'],
      ] as const
      for (const [changes, code] of wrong) {
        expect(await core.call('people.save', { ...typed, ...changes })).toMatchObject({ ok: false, error: { code } })
      }
      expect(names(await search(core, 'zoe'))).toEqual([])
    })
  })

  it('who says stop at the counter is blocked at once, with all that waited', async () => {
    await withCore(async (core) => {
      await core.ask('queue.pause', { isPaused: true })
      const e164 = '+12065550112'
      const onceKey = 'one-press-of-a-button'
      const message = { e164, personId: null, purpose: 'care', emergencyReason: null, whenMs: null, onceKey } as const
      const { deliveryId } = await core.ask('messages.send', { ...message, body: 'See you tomorrow.' })
      const stopped = await core.ask('people.optOut', { e164, how: 'in_person', words: ' Please stop. ' })
      expect(stopped).toEqual({ blockedDeliveries: 1 })
      expect((await core.ask('deliveries.get', { id: deliveryId })).state).toBe('blocked')
      const [row] = (await search(core, '0112')).people
      const person = await core.ask('people.get', { id: row?.id ?? '' })
      expect(person.numbers[0]).toMatchObject({ state: 'said_stop', optOut: { words: 'Please stop.' } })
      expect(await core.ask('people.optOut', { e164, how: 'by_letter', words: '' })).toEqual({ blockedDeliveries: 0 })
    })
  })
})
