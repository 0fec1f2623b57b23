import { zonesOfAreaCode } from '../../shared/domain/phone.ts'
import { nextLawfulInstant } from '../../shared/domain/texting-hours.ts'
import type { LawfulInstant } from '../../shared/domain/texting-hours.ts'
import type { E164 } from '../../shared/ids.ts'
import { DAY_MS } from '../../shared/time.ts'
import type { Instant } from '../../shared/time.ts'
import { consentQuestion } from './verdicts.ts'
import type { MessagePurpose } from './verdicts.ts'

/** Where a recipient may be, and what the message is about. */
export interface SlotQuestion {
  readonly e164: E164
  /** The zone and the state of the address, where they are known. */
  readonly zone: string | null
  readonly region: string | null
  /** When the appointment begins that the message is about; null where it is about none. */
  readonly startsAtMs: Instant | null
}

/** From when until when a message may leave, and the rule that set the beginning. */
export interface Slot {
  readonly notBeforeMs: Instant
  readonly expiresAtMs: Instant
  readonly rule: string
}

/** Why there is no time at which a message may leave. */
export interface NoSlot {
  readonly reason: 'too_late' | 'no_lawful_hour'
  readonly rule: string
}

/**
 * Makes the function that places messages in their recipients' hours, not before `at`. A message is worth a day; one about
 * an appointment ahead is worth nothing once that has begun. Places are looked up once: thousands share a few zones.
 */
export function lawfulSlots(
  purpose: MessagePurpose,
  { at, nowMs }: { readonly at: Instant; readonly nowMs: Instant },
): (question: SlotQuestion) => Slot | NoSlot {
  const known = new Map<string, LawfulInstant | null>()

  function lawfulAt({ e164, zone, region }: SlotQuestion): LawfulInstant | null {
    const zones = [...new Set([...(zone ? [zone] : []), ...zonesOfAreaCode(e164)])]
    const key = JSON.stringify([zones, region])
    const found = known.get(key) ?? nextLawfulInstant({ at, zones, state: region, ...consentQuestion(purpose) })
    known.set(key, found)
    return found
  }

  return (question) => {
    const lawful = lawfulAt(question)
    const hours = purpose === 'marketing' ? 'hours.marketing' : 'hours.care'
    if (!lawful) return { reason: 'no_lawful_hour', rule: hours }
    const isAhead = question.startsAtMs !== null && question.startsAtMs > nowMs
    const lastAtMs = isAhead ? (question.startsAtMs ?? Infinity) : Infinity
    if (lastAtMs <= lawful.at) return { reason: 'too_late', rule: lawful.at > at ? lawful.rule : '' }
    return { notBeforeMs: lawful.at, expiresAtMs: Math.min(lastAtMs, lawful.at + DAY_MS), rule: lawful.rule }
  }
}
