import { decideAudience } from '../../shared/domain/audience.ts'
import type { AudienceCandidate, LeftOutReason, Recipient } from '../../shared/domain/audience.ts'
import { mayText } from '../../shared/domain/consent.ts'
import { renderBody } from '../../shared/domain/merge-fields.ts'
import type { MergeField } from '../../shared/domain/merge-fields.ts'
import { LONGEST_TEXT, measureBody } from '../../shared/domain/message-body.ts'
import type { BodyMeasure } from '../../shared/domain/message-body.ts'
import type { E164 } from '../../shared/ids.ts'
import { ok } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import type { Person } from '../db/repos/people.ts'
import type { Reader } from '../db/schema.ts'
import type { Invited } from './audience-pages.ts'
import type { DraftTerms } from './draft-terms.ts'
import type { Slot } from './lawful-slot.ts'
import { partsOf } from './message-media.ts'
import { messageValues } from './message-values.ts'
import { countedTexts, numberFacts } from './number-facts.ts'
import type { NumberFacts } from './number-facts.ts'
import { consentQuestion } from './verdicts.ts'

/** Somebody of the audience with all that is needed to write to them. */
export interface Candidate extends AudienceCandidate {
  readonly person: Person
  readonly startsAtMs: Instant | null
  readonly facts: NumberFacts
}

/** One private message, ready to be queued. */
export interface PlannedMessage extends Slot {
  readonly person: Person
  readonly e164: E164
  readonly body: string
  readonly measure: BodyMeasure
  /** What was put at its end; empty where the person knows how to stop. */
  readonly optOutLine: string
}

/** Somebody who is left out, as it is shown and frozen. */
export interface PlannedLeftOut {
  readonly person: Person
  readonly e164: E164 | null
  readonly reason: LeftOutReason
  readonly rule: string
  /** The fields of the message that have no value for this person; empty where another reason stands before that. */
  readonly emptyFields: readonly MergeField[]
}

/** Some of an audience worked out to the last word. */
export interface DraftedPage {
  readonly messages: readonly PlannedMessage[]
  readonly leftOut: readonly PlannedLeftOut[]
}

/**
 * Works out a draft for some of its audience: who gets what and when, who does not and why. All that it asks the store it
 * asks through `reader`; given a transaction, what it decides and what is written then rest on one state of the ledger.
 */
export async function draftPage(reader: Reader, terms: DraftTerms, invited: readonly Invited[]): Promise<DraftedPage> {
  const factsOf = await numberFacts(reader, [...new Set(invited.flatMap(({ numbers }) => numbers))], terms)
  const question = consentQuestion(terms.purpose)
  const candidates = invited.flatMap((one) => toCandidate(one, terms, factsOf))
  const audience = decideAudience(candidates, { ...question, taken: terms.taken })
  const messages: PlannedMessage[] = []
  const leftOut: PlannedLeftOut[] = audience.leftOut.map(({ candidate, reason, rule, emptyFields = [] }) => {
    const { person, e164 } = candidate
    return { person, e164, reason, rule: rule ?? '', emptyFields }
  })
  for (const recipient of audience.recipients) {
    const planned = planMessage(recipient, terms)
    if ('reason' in planned) leftOut.push(planned)
    else messages.push(planned)
  }
  return { messages, leftOut }
}

/** Nobody for somebody who is written to at another of their numbers, or who is no part of everyone who agreed. */
function toCandidate(one: Invited, terms: DraftTerms, factsOf: (e164: E164) => NumberFacts): readonly Candidate[] {
  const { person, appointment } = one
  const known = one.numbers.map((e164) => ({ e164, facts: factsOf(e164) }))
  // Of several numbers the first that may be texted; where none may, the first, whose refusal is then told.
  const mayBeTexted = ({ facts }: { readonly facts: NumberFacts }) =>
    mayText({ ...facts, ...consentQuestion(terms.purpose) }).may
  const chosen = known.find(mayBeTexted) ?? known[0] ?? null
  const facts = chosen?.facts ?? factsOf('' as E164)
  if (one.only !== null && (chosen?.e164 !== one.only || !wasEverAsked(terms, facts))) return []
  const candidate = {
    person,
    facts,
    e164: chosen?.e164 ?? null,
    startsAtMs: appointment?.startsAtMs ?? null,
    ...(appointment && { appointment }),
    consent: facts.consent,
    suppression: facts.suppression,
    body: readAs(terms, one),
  }
  return [candidate]
}

/** Whoever never agreed to this kind of text is no part of everyone; an emergency is for all who can be reached. */
function wasEverAsked({ purpose }: DraftTerms, { grantedFor }: NumberFacts): boolean {
  return purpose === 'emergency' || grantedFor.has(purpose)
}

/** A field that nobody knows is a slip of the writer's, told once as a problem; it leaves nobody out. */
function readAs({ body, sender }: DraftTerms, { person, appointment }: Invited): AudienceCandidate['body'] {
  const rendered = renderBody(body, messageValues({ ...person, appointment }, sender))
  return !rendered.ok && rendered.error.code === 'merge_field_unknown' ? ok(body) : rendered
}

function planMessage(recipient: Recipient<Candidate>, terms: DraftTerms): PlannedMessage | PlannedLeftOut {
  const { candidate, e164 } = recipient
  const { person, facts, startsAtMs } = candidate
  const leave = (reason: LeftOutReason, rule: string): PlannedLeftOut => ({
    person,
    e164,
    reason,
    rule,
    emptyFields: [],
  })
  const isTold = facts.recent.some(({ tellsHowToStop, atMs }) => tellsHowToStop && atMs >= terms.toldSinceMs)
  const optOutLine = isTold ? '' : terms.optOutLine
  // A picture alone has no words for the line to stand behind.
  const body = optOutLine === '' ? recipient.body : (recipient.body.trimEnd() + optOutLine).trimStart()
  if (body.length > LONGEST_TEXT) return leave('body_too_long', '')
  const slot = terms.slotOf({
    e164,
    zone: person.zone,
    region: person.region,
    startsAtMs,
    recent: countedTexts(facts.recent),
    lastInboundAtMs: facts.lastInboundAtMs,
  })
  return 'reason' in slot
    ? leave(slot.reason, slot.rule)
    : { ...slot, person, e164, body, measure: partsOf(measureBody(body), terms.media), optOutLine }
}
