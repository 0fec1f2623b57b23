import type { E164 } from '../ids.ts'
import { GROUP_LIMITS, type GroupLimits } from '../rules/group-limits.ts'

/** One set of numbers, in one order: phones take the same set for the same thread. */
export function memberKeyOf(numbers: readonly E164[]): string {
  return [...new Set(numbers)].toSorted().join(' ')
}

/** Why a group cannot be: too few or too many may be in it, or its line carries no groups. */
export type GroupProblem =
  | { readonly code: 'group_too_small'; readonly count: number; readonly fewest: number }
  | { readonly code: 'group_too_big'; readonly count: number; readonly most: number }
  | { readonly code: 'line_without_groups'; readonly lineClass: keyof GroupLimits['most'] }

/** Tells what stands in the way of a group of so many people on a line of this class; null when nothing does. */
export function groupProblem(
  count: number,
  lineClass: keyof GroupLimits['most'],
  limits: GroupLimits = GROUP_LIMITS,
): GroupProblem | null {
  const most = limits.most[lineClass]
  if (most === 0) return { code: 'line_without_groups', lineClass }
  if (count < limits.fewest) return { code: 'group_too_small', count, fewest: limits.fewest }
  return count > most ? { code: 'group_too_big', count, most } : null
}

/** The others whom one member's copy names, in one order. Who may not be texted is never among `standing`. */
export function participantsFor(to: E164, standing: readonly E164[]): readonly E164[] {
  return [...new Set(standing)].filter((e164) => e164 !== to).toSorted()
}

/** What became of one message to a group: so many copies, so many that arrived. */
export interface GroupProgress {
  readonly delivered: number
  readonly onTheWay: number
  readonly notDelivered: number
  readonly total: number
}

const ARRIVED: ReadonlySet<string> = new Set(['delivered'])
const GOING: ReadonlySet<string> = new Set([
  'held',
  'queued',
  'sending',
  'accepted',
  'submitted',
  'in_doubt',
  'needs_person',
])

/** Sums up the copies of one message to a group by their states: "7 of 8 delivered". */
export function groupProgress(states: readonly string[]): GroupProgress {
  const delivered = states.filter((state) => ARRIVED.has(state)).length
  const onTheWay = states.filter((state) => GOING.has(state)).length
  return { delivered, onTheWay, notDelivered: states.length - delivered - onTheWay, total: states.length }
}
