/**
 * Until when a text to somebody who wrote is an answer. The caps on care texts are taken from what is allowed to texts that
 * an office begins (FCC 15-72); who wrote has begun this one. The hours are Optdesk's own.
 */
export const CONVERSATION = { asOf: '2026-11-25', answerWithinHours: 24 } as const
