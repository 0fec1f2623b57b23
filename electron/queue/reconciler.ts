import type { DeliveryId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Store } from '../db/open.ts'
import { attemptsOf } from '../db/repos/attempts.ts'
import { deliveriesInStates } from '../db/repos/deliveries.ts'
import { addLookUp, type LookUp, lookUpsOf } from '../db/repos/look-ups.ts'
import type { Writer } from '../db/schema.ts'
import { transition } from './transition.ts'

/** When the absence of a record begins to mean something. */
export interface DoubtRules {
  /** A record may appear so long after its message left. */
  readonly recordLagMs: number
  /** Searches count only so far apart. */
  readonly spacingMs: number
  /** After so many searches without a find a person is asked. */
  readonly lookUpsNeeded: number
}

const AT_ONCE = 200

/**
 * Takes note of deliveries in doubt that the provider's book, which was just read, does not hold. After enough searches it
 * asks a person; it never sends again, because absence is weak evidence. What the book does hold was settled on reading
 * it. Returns who now waits for a person.
 */
export function reconcileDoubts(store: Store, rules: DoubtRules, nowMs: Instant): Promise<readonly DeliveryId[]> {
  return store.db.transaction().execute(async (trx) => {
    const asked: DeliveryId[] = []
    for (const delivery of await deliveriesInStates(trx, ['in_doubt'], AT_ONCE)) {
      asked.push(...(await noteAbsence(trx, delivery.id, rules, nowMs)))
    }
    return asked
  })
}

async function noteAbsence(
  trx: Writer,
  id: DeliveryId,
  rules: DoubtRules,
  nowMs: Instant,
): Promise<readonly DeliveryId[]> {
  const startedAtMs = (await attemptsOf(trx, id)).at(-1)?.startedAtMs ?? nowMs
  const before = (await lookUpsOf(trx, id)).filter((lookUp) => lookUp.atMs >= startedAtMs)
  if (!isTimeToNote(startedAtMs, before, rules, nowMs)) return []
  await addLookUp(trx, id, { atMs: nowMs, isFound: false })
  if (before.length + 1 < rules.lookUpsNeeded) return []
  return transition(trx, {
    which: { id },
    from: ['in_doubt'],
    to: 'needs_person',
    by: 'reconciler',
    atMs: nowMs,
    why: { code: 'not_found', lookUps: before.length + 1 },
  })
}

/** Decides whether a search now says something that the ones before did not. */
export function isTimeToNote(
  startedAtMs: Instant,
  before: readonly LookUp[],
  rules: DoubtRules,
  nowMs: Instant,
): boolean {
  const lastMs = before.at(-1)?.atMs
  return nowMs >= startedAtMs + rules.recordLagMs && (lastMs === undefined || nowMs >= lastMs + rules.spacingMs)
}
