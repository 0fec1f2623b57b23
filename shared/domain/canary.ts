import { CANARY } from '../rules/canary.ts'

/** What became of the first few of a broadcast. */
export interface CanaryResult {
  readonly sent: number
  /** Of those: delivered, or failed for good. */
  readonly delivered: number
  readonly failed: number
  readonly optedOut: number
}

/** What is usual in this office, from its own past. */
export interface CanaryBaseline {
  readonly ended: number
  readonly failed: number
  readonly optedOut: number
}

/** What may follow: the rest goes, or it waits for receipts, or a person looks first, with the numbers that say why. */
export type CanaryVerdict =
  | { readonly verdict: 'pass' | 'wait' }
  | {
      readonly verdict: 'trip'
      readonly why: {
        readonly code: 'canary_failures' | 'canary_opt_outs'
        readonly sent: number
        readonly count: number
        /** What the office is used to, as a share of one. */
        readonly usualShare: number
      }
    }

/** How many more of a broadcast may leave before the first few are judged. */
export function canaryRoom(
  size: number,
  state: 'none' | 'sending' | 'watching' | 'passed' | 'tripped',
  begun: number,
): number {
  if (state === 'passed' || size === 0) return Infinity
  return state === 'watching' || state === 'tripped' ? 0 : Math.max(0, size - begun)
}

/**
 * Judges the first few. What is unusual trips at once, whether all receipts are in or not; what is not passes when they
 * are, or when the time for them is over.
 */
export function judgeCanary(result: CanaryResult, baseline: CanaryBaseline, isTimeOver: boolean): CanaryVerdict {
  const { sent, failed, optedOut, delivered } = result
  const hasHistory = baseline.ended >= CANARY.historyFrom
  const usual = (count: number, floor: number) => (hasHistory ? Math.max(floor, count / baseline.ended) : floor)
  const failureShare = usual(baseline.failed, CANARY.usualFailureShare)
  const optOutShare = usual(baseline.optedOut, CANARY.usualOptOutShare)
  if (isUnusual(optedOut, CANARY.fewestOptOuts, sent, optOutShare)) {
    return { verdict: 'trip', why: { code: 'canary_opt_outs', sent, count: optedOut, usualShare: optOutShare } }
  }
  if (isUnusual(failed, CANARY.fewestFailures, sent, failureShare)) {
    return { verdict: 'trip', why: { code: 'canary_failures', sent, count: failed, usualShare: failureShare } }
  }
  return { verdict: isTimeOver || delivered + failed >= sent ? 'pass' : 'wait' }
}

function isUnusual(count: number, fewest: number, sent: number, share: number): boolean {
  return count >= fewest && chanceOfAtLeast(count, sent, share) < CANARY.chance
}

/** How likely it is that so many or more of `of` are hit, each with the same chance: the tail of the binomial distribution. */
export function chanceOfAtLeast(count: number, of: number, share: number): number {
  let below = 0
  let exactly = (1 - share) ** of
  for (let hits = 0; hits < count; hits += 1) {
    below += exactly
    exactly *= ((of - hits) / (hits + 1)) * (share / (1 - share))
  }
  return Math.max(0, 1 - below)
}
