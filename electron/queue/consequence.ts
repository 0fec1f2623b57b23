import { retryDelayMs } from '../../shared/domain/retry.ts'
import type { SendOutcome } from '../../shared/domain/send-outcome.ts'
import { assertNever } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import type { MoveChanges, Why } from '../db/repos/deliveries.ts'

/** What an outcome means for the line: go on, look at the network first, wait, or stop until a person mends something. */
export type LineConsequence =
  | { readonly line: 'go_on' | 'network_away' | 'look_first' }
  | { readonly line: 'slow_down'; readonly untilMs: Instant }
  | { readonly line: 'pause'; readonly pause: Why }

/** What an outcome means for the delivery, and for the line it left by. */
export type Consequence = LineConsequence & {
  readonly to: 'accepted' | 'queued' | 'failed' | 'in_doubt'
  readonly why: Why | null
  readonly changes: MoveChanges
}

/** What the decision rests on besides the outcome. `random` gives numbers from 0 inclusive to 1 exclusive. */
export interface AttemptFacts {
  readonly nowMs: Instant
  /** How often the provider was asked for this delivery, this time included. */
  readonly attempts: number
  /** How often it answered "too fast". */
  readonly strikes: number
  readonly random: () => number
}

/** After so many refusals for going too fast the fault is not in the pace. */
const MAX_STRIKES = 8

/** Decides what follows from an outcome. Only what certainly did not leave goes back into the queue. */
export function consequenceOf(outcome: SendOutcome, facts: AttemptFacts): Consequence {
  const { nowMs, attempts, random } = facts
  switch (outcome.class) {
    case 'ACCEPTED':
      return { to: 'accepted', why: null, changes: { providerUuid: outcome.uuid }, line: 'go_on' }
    case 'NOT_SENT': {
      const retryAtMs = nowMs + retryDelayMs(attempts - 1, random)
      return {
        to: 'queued',
        why: { code: 'not_sent', cause: outcome.cause },
        changes: { retryAtMs },
        line: 'network_away',
      }
    }
    case 'THROTTLED':
      return throttled(outcome, facts)
    case 'ACCOUNT': {
      const { class: _class, cause, code, ...said } = outcome
      const why: Why = { ...said, providerCode: code ?? null, code: cause }
      return { to: 'queued', why: { code: 'line_paused' }, changes: {}, line: 'pause', pause: why }
    }
    case 'PERMANENT': {
      const { class: _class, code, ...said } = outcome
      return { to: 'failed', why: { ...said, providerCode: code ?? null, code: 'refused' }, changes: {}, line: 'go_on' }
    }
    case 'IN_DOUBT': {
      const { class: _class, ...said } = outcome
      return { to: 'in_doubt', why: { ...said, code: 'no_answer' }, changes: {}, line: 'look_first' }
    }
    default:
      return assertNever(outcome)
  }
}

function throttled(outcome: { readonly retryAfterMs?: number }, facts: AttemptFacts): Consequence {
  const strikes = facts.strikes + 1
  const untilMs = facts.nowMs + Math.max(outcome.retryAfterMs ?? 0, retryDelayMs(strikes, facts.random))
  const slow = { line: 'slow_down', untilMs } as const
  return strikes > MAX_STRIKES
    ? { to: 'failed', why: { code: 'too_fast_too_often', strikes }, changes: { strikes }, ...slow }
    : { to: 'queued', why: { code: 'too_fast' }, changes: { strikes, retryAtMs: untilMs }, ...slow }
}
