/**
 * Every move a delivery may make, as this migration writes it into the store. It is a list of its own, not an import: a
 * migration says what it once did, and later changes of the domain come with their own migration.
 * A new delivery starts held or queued; a trigger sees to that.
 */
export const deliveryTransitions: readonly (readonly [from: string, to: string])[] = [
  ['held', 'queued'],
  ['held', 'cancelled'],
  ['held', 'blocked'],
  ['held', 'expired'],
  ['queued', 'cancelled'],
  ['queued', 'blocked'],
  ['queued', 'expired'],
  ['queued', 'sending'],
  ['sending', 'accepted'],
  ['sending', 'queued'],
  ['sending', 'failed'],
  ['sending', 'in_doubt'],
  ['accepted', 'submitted'],
  ['accepted', 'delivered'],
  ['accepted', 'undeliverable'],
  ['accepted', 'rejected'],
  ['submitted', 'delivered'],
  ['submitted', 'undeliverable'],
  ['submitted', 'rejected'],
  ['in_doubt', 'accepted'],
  ['in_doubt', 'submitted'],
  ['in_doubt', 'delivered'],
  ['in_doubt', 'undeliverable'],
  ['in_doubt', 'rejected'],
  ['in_doubt', 'needs_person'],
  ['needs_person', 'accepted'],
  ['needs_person', 'submitted'],
  ['needs_person', 'delivered'],
  ['needs_person', 'undeliverable'],
  ['needs_person', 'rejected'],
  ['needs_person', 'closed'],
  ['needs_person', 'queued'],
]
