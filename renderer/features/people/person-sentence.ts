import type { OutputOf } from '../../../shared/ipc/contract.ts'

type Person = Pick<OutputOf<'people.get'>, 'numbers'>
type PersonNumber = Person['numbers'][number]
type Standing = PersonNumber['consents'][number]

/** One sentence: its key in the wording and its values. */
export interface SentencePart {
  readonly key: string
  readonly values: Readonly<Record<string, string>>
}

/** Says in words whether a person may be texted, and on what that rests. `dateText` writes a moment as a day. */
export function personSentence(person: Person, dateText: (atMs: number) => string): readonly SentencePart[] {
  const [first] = person.numbers
  if (!first) return [part('person.say.no_number')]
  // With several numbers the sentence speaks of the best one; the others stand below with their own words.
  const spoken = person.numbers.find((number) => number.state === 'may_text') ?? first
  return [mainPart(spoken, dateText), ...offersPart(spoken, dateText)]
}

function mainPart(number: PersonNumber, dateText: (atMs: number) => string): SentencePart {
  const care = standing(number, 'care')
  const source = care?.source ?? 'other'
  const date = care && care.sinceMs !== null ? dateText(care.sinceMs) : ''
  const facts = { source, date, form: care?.formCode ?? '', hasForm: care?.formCode ? 'yes' : 'no' }
  switch (number.state) {
    case 'said_stop':
      return number.optOut ? stoppedPart(number.optOut, dateText) : part('person.say.stopped_undated')
    case 'perhaps_said_stop':
      return part('person.say.perhaps_stopped', { date: number.optOut ? dateText(number.optOut.atMs) : '' })
    case 'may_text':
      return part(care?.state === 'confirmed' ? 'person.say.may_confirmed' : 'person.say.may', facts)
    case 'not_confirmed':
      return part('person.say.not_confirmed', facts)
    case 'did_not_agree':
      return part('person.say.did_not_agree')
  }
}

/** Who may undo a stop depends on how it was said, see `isTakenBack` in the domain. */
function stoppedPart(stop: NonNullable<PersonNumber['optOut']>, dateText: (atMs: number) => string): SentencePart {
  const { atMs, source, scope } = stop
  const facts = { date: dateText(atMs), source }
  if (scope !== 'everything') return part('person.say.stopped_kind', { ...facts, purpose: scope })
  const undo = source === 'inbound_text' ? 'text' : source === 'provider' ? 'provider' : 'noted'
  return part('person.say.stopped', { ...facts, undo })
}

/** What was agreed about offers is said only where something may be said at all: after a stop it would only confuse. */
function offersPart(number: PersonNumber, dateText: (atMs: number) => string): readonly SentencePart[] {
  if (!['may_text', 'not_confirmed'].includes(number.state)) return []
  if (number.optOut) return [stoppedPart(number.optOut, dateText)]
  const marketing = standing(number, 'marketing')
  const isAgreed = marketing?.state === 'granted' || marketing?.state === 'confirmed'
  return [part(isAgreed ? 'person.say.offers_yes' : 'person.say.offers_no')]
}

function standing(number: PersonNumber, purpose: Standing['purpose']): Standing | undefined {
  return number.consents.find((consent) => consent.purpose === purpose)
}

function part(key: string, values: SentencePart['values'] = {}): SentencePart {
  return { key, values }
}
