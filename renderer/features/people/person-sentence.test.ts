import { describe, expect, it } from 'vitest'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { personSentence } from './person-sentence.ts'

type PersonNumber = OutputOf<'people.get'>['numbers'][number]

const AT = Date.UTC(2026, 10, 3)
const dateText = () => 'Nov 3, 2026'

function number(
  state: PersonNumber['state'],
  care: 'none' | 'granted' | 'confirmed',
  marketing = 'none' as typeof care,
) {
  const facts = { sinceMs: AT, source: 'paper', formId: 'F1', formCode: 'EN-4', staffName: 'Elena' } as const
  return {
    e164: '+12065550142',
    state,
    consents: [
      { purpose: 'care', state: care, ...facts },
      { purpose: 'marketing', state: marketing, ...facts },
    ],
    optOut:
      state === 'said_stop' || state === 'perhaps_said_stop'
        ? { atMs: AT, source: 'inbound_text', scope: 'everything', words: 'STOP' }
        : null,
  } as const satisfies PersonNumber
}

const keysOf = (...numbers: PersonNumber[]) => personSentence({ numbers }, dateText).map((part) => part.key)

describe('the sentence at the top of a person', () => {
  it('names the paper it rests on, and what was not agreed', () => {
    const [first, second] = personSentence({ numbers: [number('may_text', 'confirmed')] }, dateText)
    expect(first).toEqual({
      key: 'person.say.may_confirmed',
      values: { source: 'paper', date: 'Nov 3, 2026', form: 'EN-4', hasForm: 'yes' },
    })
    expect(second?.key).toBe('person.say.offers_no')
  })

  it('says nothing about offers once stop was said', () => {
    expect(keysOf(number('said_stop', 'granted', 'granted'))).toEqual(['person.say.stopped'])
  })

  it('does not say that somebody said stop who only may have', () => {
    expect(personSentence({ numbers: [number('perhaps_said_stop', 'granted', 'granted')] }, dateText)).toEqual([
      { key: 'person.say.perhaps_stopped', values: { date: 'Nov 3, 2026' } },
    ])
  })

  it('tells agreed from confirmed, and offers from none', () => {
    expect(keysOf(number('not_confirmed', 'granted'))).toEqual(['person.say.not_confirmed', 'person.say.offers_no'])
    expect(keysOf(number('may_text', 'granted', 'granted'))).toEqual(['person.say.may', 'person.say.offers_yes'])
  })

  it('says who may undo a stop: a text the phone, what staff noted a form and the phone', () => {
    const stopped: PersonNumber = number('said_stop', 'none')
    const undoOf = (source: NonNullable<PersonNumber['optOut']>['source']) => {
      const optOut = { atMs: AT, source, scope: 'everything', words: null } as const
      return personSentence({ numbers: [{ ...stopped, optOut }] }, dateText)[0]?.values['undo']
    }
    expect([undoOf('inbound_text'), undoOf('by_letter'), undoOf('import'), undoOf('provider')]).toEqual([
      'text',
      'noted',
      'noted',
      'provider',
    ])
  })

  it('tells of a stop of offers beside the care texts that still go', () => {
    const optOut = { atMs: AT, source: 'inbound_text', scope: 'marketing', words: 'STOP' } as const
    const one: PersonNumber = { ...number('may_text', 'granted', 'granted'), optOut }
    expect(keysOf(one)).toEqual(['person.say.may', 'person.say.stopped_kind'])
    const other: PersonNumber = { ...number('said_stop', 'granted'), optOut: { ...optOut, scope: 'care' } }
    expect(keysOf(other)).toEqual(['person.say.stopped_kind'])
  })

  it('speaks of the number that may be texted when there is one', () => {
    expect(keysOf(number('said_stop', 'none'), number('may_text', 'granted'))[0]).toBe('person.say.may')
  })

  it('says so when there is no number at all', () => {
    expect(keysOf()).toEqual(['person.say.no_number'])
  })
})
