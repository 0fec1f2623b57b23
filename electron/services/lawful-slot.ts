import { beforeAppointment } from '../../shared/domain/relative-time.ts'
import type { BeforeAppointment } from '../../shared/domain/relative-time.ts'
import type { Drip } from '../../shared/domain/drip.ts'
import { overCap } from '../../shared/domain/frequency-cap.ts'
import type { CountedText } from '../../shared/domain/frequency-cap.ts'
import { zonesOfAreaCode } from '../../shared/domain/phone.ts'
import type { SendingRules } from '../../shared/domain/sending-rules.ts'
import { nextLawfulInstant } from '../../shared/domain/texting-hours.ts'
import type { LawfulInstant } from '../../shared/domain/texting-hours.ts'
import type { E164 } from '../../shared/ids.ts'
import { DAY_MS } from '../../shared/time.ts'
import type { Instant } from '../../shared/time.ts'
import { consentQuestion } from './verdicts.ts'
import type { MessagePurpose } from './verdicts.ts'

/** Where a recipient may be, what the message is about, and what the number got lately. */
export interface SlotQuestion {
  readonly e164: E164
  /** The zone and the state of the address, where they are known. */
  readonly zone: string | null
  readonly region: string | null
  /** When the appointment begins that the message is about; null where it is about none. */
  readonly startsAtMs: Instant | null
  readonly recent: readonly CountedText[]
  readonly lastInboundAtMs: Instant | null
}

/** From when until when a message may leave. */
export interface Slot {
  readonly notBeforeMs: Instant
  readonly expiresAtMs: Instant
  /** What moved the beginning last: a rule, or `drip`; of one that was not moved, the rule of its hours. */
  readonly rule: string
  /** On whose clock it is told. */
  readonly zone: string
  readonly isMoved: boolean
  /** It goes over a cap that a person may let it go over. */
  readonly isOverCap: boolean
}

/** Why there is no time at which a message may leave. */
export interface NoSlot {
  readonly reason: 'too_late' | 'no_lawful_hour' | 'too_often'
  readonly rule: string
}

/** By what a message is placed, the same for all its copies. */
export interface SlotTerms {
  readonly purpose: MessagePurpose
  /** Not before this moment. */
  readonly at: Instant
  readonly nowMs: Instant
  readonly rules: SendingRules
  readonly officeZone: string
  /** Texts a month that the forms promised not to exceed. */
  readonly promisedAMonth: number | null
  /** After this moment it is worth nothing; null for the usual day. */
  readonly notAfterMs: Instant | null
  /** So long before each recipient's own appointment. */
  readonly before: BeforeAppointment | null
  readonly drip: Drip | null
  /** A person lets it go over the caps that are the office's own. */
  readonly mayExceedCaps: boolean
}

/** A day that is full, a cap, the hours again: more moves than this lead nowhere. */
const MOST_MOVES = 400

/** A moment that was tried, and what moved it there. */
interface Try {
  readonly atMs: Instant
  readonly rule: string | null
}

/**
 * Makes the function that places messages in their recipients' hours. A message is worth a day; one about an appointment
 * ahead is worth nothing once that has begun. A care text over a cap waits for another day, an offer is left out. Places are
 * looked up once: thousands share a few zones.
 */
export function lawfulSlots(terms: SlotTerms): (question: SlotQuestion) => Slot | NoSlot {
  const hoursOf = hoursLookedUpOnce(terms)
  /** Days that were full for one are full for all of the same place. */
  const openFrom = new Map<string, Instant>()

  return (question) => {
    const askedMs = askedAt(terms, question)
    if (askedMs === null) return { reason: 'too_late', rule: '' }
    const { key, lawfulFrom } = hoursOf(question)
    const isPlain = terms.before === null && question.recent.length === 0 && question.lastInboundAtMs === null
    const openMs = isPlain ? (openFrom.get(key) ?? 0) : 0
    let next: Try = openMs > askedMs ? { atMs: openMs, rule: 'drip' } : { atMs: askedMs, rule: null }
    for (let move = 0; move < MOST_MOVES; move += 1) {
      const lawful = lawfulFrom(next.atMs)
      const tried = tryAt(terms, question, lawful, next)
      if (!('atMs' in tried)) return tried
      if (isPlain && tried.rule === 'drip') openFrom.set(key, tried.atMs)
      next = tried
    }
    return { reason: 'no_lawful_hour', rule: next.rule ?? '' }
  }
}

/** Places the message at a lawful moment, says why it has no place, or where to try next. */
function tryAt(
  terms: SlotTerms,
  question: SlotQuestion,
  lawful: LawfulInstant | null,
  { atMs, rule }: Try,
): Slot | NoSlot | Try {
  const { purpose, drip } = terms
  if (!lawful) return { reason: 'no_lawful_hour', rule: purpose === 'marketing' ? 'hours.marketing' : 'hours.care' }
  const movedBy = lawful.at > atMs ? lawful.rule : rule
  // A cap or a full day says more about the wait than the hour at which the new day opens.
  const told = rule ?? movedBy
  if (lawful.at >= lastMoment(terms, question)) {
    return { reason: rule?.startsWith('cap.') ? 'too_often' : 'too_late', rule: told ?? '' }
  }
  const over = capAt(terms, question, lawful)
  if (over && (over.isLaw || !terms.mayExceedCaps)) {
    const mayWait = purpose === 'care' && !over.isLaw
    return mayWait ? { atMs: over.againAtMs, rule: over.rule } : { reason: 'too_often', rule: over.rule }
  }
  const fullUntilMs = drip?.fullUntil(lawful.at) ?? null
  if (fullUntilMs !== null) return { atMs: fullUntilMs, rule: 'drip' }
  drip?.take(lawful.at)
  return {
    notBeforeMs: lawful.at,
    expiresAtMs: Math.min(lastMoment(terms, question), terms.notAfterMs ?? lawful.at + DAY_MS),
    rule: told ?? lawful.rule,
    zone: lawful.zone,
    isMoved: told !== null,
    isOverCap: over !== null,
  }
}

/** Null where the message is reckoned from an appointment and there is none. */
function askedAt({ at, before, officeZone }: SlotTerms, { startsAtMs }: SlotQuestion): Instant | null {
  if (before === null) return at
  return startsAtMs === null ? null : Math.max(at, beforeAppointment(startsAtMs, before, officeZone))
}

function lastMoment({ notAfterMs, nowMs }: SlotTerms, { startsAtMs }: SlotQuestion): Instant {
  const appointmentMs = startsAtMs !== null && startsAtMs > nowMs ? startsAtMs : Infinity
  return Math.min(appointmentMs, notAfterMs ?? Infinity)
}

/** Emergencies count for nothing and against nothing. The days of a number are told on the clock that opened last. */
function capAt(terms: SlotTerms, { recent, region, lastInboundAtMs }: SlotQuestion, { at, zone }: LawfulInstant) {
  const { purpose, rules, promisedAMonth } = terms
  if (purpose === 'emergency') return null
  return overCap({ at, zone, purpose, state: region, recent, lastInboundAtMs, caps: rules.caps, promisedAMonth })
}

/** Every zone in which a recipient may be. */
export function zonesOf({ e164, zone }: Pick<SlotQuestion, 'e164' | 'zone'>): readonly string[] {
  return [...new Set([...(zone === null ? [] : [zone]), ...zonesOfAreaCode(e164)])]
}

function hoursLookedUpOnce({ purpose, rules, officeZone }: SlotTerms) {
  const known = new Map<string, LawfulInstant | null>()
  return (question: Pick<SlotQuestion, 'e164' | 'zone' | 'region'>) => {
    const key = `${question.e164.slice(0, 5)} ${question.zone ?? ''} ${question.region ?? ''}`
    const lawfulFrom = (at: Instant): LawfulInstant | null => {
      const asked = `${key} ${at}`
      const found = known.get(asked)
      if (found !== undefined) return found
      const place = { zones: zonesOf(question), state: question.region }
      const lawful = nextLawfulInstant({ at, ...place, ...consentQuestion(purpose), rules, officeZone })
      known.set(asked, lawful)
      return lawful
    }
    return { key, lawfulFrom }
  }
}
