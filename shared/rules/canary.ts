/**
 * How the first few of a mass text are watched before the rest may follow. The numbers are Optdesk's own, and editable.
 * With twenty watched in an office without a history, four failures or two opt-outs hold the rest: where all is well, chance
 * brings that about once in a hundred broadcasts, and a wrong list, a blocked link or a wrong hour is seen before it costs.
 */
export const CANARY = {
  asOf: '2026-11-23',
  /** So many go first, of a broadcast that has at least so many recipients. */
  size: 20,
  fromRecipients: 100,
  /** Receipts are waited for so long. */
  watchMinutes: 15,
  /** A result counts as unusual when chance alone would bring it less often than this. */
  chance: 0.02,
  /** Fewer than these are never unusual. */
  fewestFailures: 3,
  fewestOptOuts: 2,
  /** What is taken as usual where an office has no history, and at least. */
  usualFailureShare: 0.03,
  usualOptOutShare: 0.005,
  /** The office's own history: so many days of it, if at least so many messages came to an end in them. */
  historyDays: 90,
  historyFrom: 200,
} as const
