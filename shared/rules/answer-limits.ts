import { DAY_MS, MINUTE_MS } from '../time.ts'

/**
 * How often Optdesk answers by itself. The confirmation of a stop may come once, within five minutes, and nothing after it:
 * 47 CFR 64.1200(a)(12). The other limits are ours: two machines that answer each other must fall silent.
 */
export const ANSWER_LIMITS = {
  asOf: '2026-11-23',
  source: '47 CFR 64.1200(a)(12)',
  /** A confirmation of a stop that comes later than this is one text too many. */
  optOutReplyWithinMs: 5 * MINUTE_MS,
  /** HELP is not answered again before this. */
  helpAgainAfterMs: 10 * MINUTE_MS,
  /** Answers of one kind to one number within `spanMs`. A person needs no more; a machine gets no more. */
  mostInSpan: { opt_out_reply: 3, help_reply: 3 },
  spanMs: DAY_MS,
} as const
