import type { OutputOf } from '../../shared/ipc/contract.ts'

/** A line on which nothing moves, waits or is wrong: what a test begins with. */
export const QUIET_LINE: OutputOf<'queue.status'> = {
  carrier: 'practice',
  connection: 'online',
  sinceMs: Date.UTC(2026, 10, 23, 17),
  inboundFreshAtMs: Date.UTC(2026, 10, 23, 18),
  isPausedByPerson: false,
  inboundSource: 'reports',
  holds: [],
  clockQuestion: null,
  linePause: null,
  ready: 0,
  later: 0,
  sending: 0,
  inDoubt: 0,
  needsPerson: 0,
  failed: 0,
  nextAtMs: null,
  estimatedEndMs: null,
  estimatedCostMicros: 0,
  lines: [],
}
