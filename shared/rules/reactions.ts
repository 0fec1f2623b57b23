/**
 * How a phone tells a reaction to a message as a text: these words, then the message in quotes. What is quoted is ours and
 * not said by the person. Regular expressions, read without regard to case. Editable data.
 * Source: the forms that iPhones and Google Messages are known to send to phones without reactions; no vendor publishes
 * them, so that a new one may be missing. It then goes to a person, never to a stop by itself.
 */
export const REACTIONS: { readonly asOf: string; readonly openings: readonly string[] } = {
  asOf: '2026-11-23',
  openings: [
    'liked',
    'loved',
    'disliked',
    'emphasi[sz]ed',
    'laughed at',
    'questioned',
    'removed an? [\\p{L} ]+ from',
    'reacted .{1,16} to',
    // Google Messages: the sign itself, between marks that cannot be seen.
    '[^\\p{L}\\p{N}"“]{1,16} to',
    'le gust[oó]',
    'no le gust[oó]',
    'le encant[oó]',
    'enfatiz[oó]',
    'destac[oó]',
    'se ri[oó] de',
    'cuestion[oó]',
    'reaccion[oó] con .{1,16} a',
    '[^\\p{L}\\p{N}"“]{1,16} a',
  ],
}

/** Lines that a mail or a message program writes under a text by itself. Regular expressions, without regard to case. */
export const SIGNATURES: readonly string[] = [
  'sent from .*',
  'sent via .*',
  'get outlook for .*',
  'enviado desde .*',
  'obtener outlook para .*',
]
