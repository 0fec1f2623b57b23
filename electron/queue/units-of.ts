import type { Candidate } from '../db/repos/waiting-deliveries.ts'

/** How much of a line's rate a message takes: its segments, or one for an MMS, however long it is. */
export function unitsOf({ channel, delivery }: Pick<Candidate, 'channel' | 'delivery'>): number {
  return channel === 'mms' ? 1 : delivery.segments
}
