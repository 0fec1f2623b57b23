/** How a text is coded on its way to a phone. */
export type BodyEncoding = 'GSM-7' | 'UCS-2'

/** The longest text that the provider takes, in UTF-16 units. Source: developer.vonage.com/en/api/messages, text. */
export const LONGEST_TEXT = 1000

/** What a text weighs. A unit is a septet in GSM-7 and 16 bits in UCS-2. */
export interface BodyMeasure {
  readonly encoding: BodyEncoding
  /** Parts that the carrier counts and bills; none for an empty text. */
  readonly segments: number
  readonly unitsUsed: number
  /** How much one part holds in a text of this length. */
  readonly unitsPerSegment: number
  /** How much still fits into the last part. */
  readonly unitsLeft: number
  /** The characters that GSM-7 does not have, each once, in the order of the text. */
  readonly outsiders: readonly string[]
}

/** Source: 3GPP TS 23.038, the default alphabet and its extension table. */
const GSM_BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const GSM_EXTENSION = new Set('\f^{}\\[~]|€')

/** Source: 3GPP TS 23.040: a part of a longer text gives up 6 octets to the header that joins the parts. */
const ROOM = {
  'GSM-7': { alone: 160, joined: 153 },
  'UCS-2': { alone: 70, joined: 67 },
} as const

/**
 * Counts what a text costs on the air. No character is cut in two: an extension pair, a surrogate pair and a
 * cluster of joined emoji move whole into the next part, unless the cluster alone is longer than a part.
 */
export function measureBody(text: string): BodyMeasure {
  const outsiders = [...new Set(text)].filter((char) => !GSM_BASIC.has(char) && !GSM_EXTENSION.has(char))
  const encoding: BodyEncoding = outsiders.length === 0 ? 'GSM-7' : 'UCS-2'
  const unitsUsed = encoding === 'GSM-7' ? countSeptets(text) : text.length
  const { alone, joined } = ROOM[encoding]
  if (unitsUsed <= alone) {
    const segments = unitsUsed === 0 ? 0 : 1
    return { encoding, segments, unitsUsed, unitsPerSegment: alone, unitsLeft: alone - unitsUsed, outsiders }
  }
  const { segments, inLast } = fill(encoding === 'GSM-7' ? septetsOfEach(text) : unitsOfClusters(text, joined), joined)
  return { encoding, segments, unitsUsed, unitsPerSegment: joined, unitsLeft: joined - inLast, outsiders }
}

function countSeptets(text: string): number {
  let count = text.length
  for (const char of text) if (GSM_EXTENSION.has(char)) count += 1
  return count
}

function septetsOfEach(text: string): readonly number[] {
  return Array.from(text, (char) => (GSM_EXTENSION.has(char) ? 2 : 1))
}

let clusters: Intl.Segmenter | undefined

function unitsOfClusters(text: string, room: number): readonly number[] {
  // Made at its first use: making it loads the tables of all languages, for which no start should wait.
  clusters ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return Array.from(clusters.segment(text), ({ segment }) =>
    segment.length <= room ? [segment.length] : Array.from(segment, (char) => char.length),
  ).flat()
}

/** Lays pieces that may not be cut one after the other into parts of `room` units. */
function fill(pieces: readonly number[], room: number): { readonly segments: number; readonly inLast: number } {
  let segments = 1
  let inLast = 0
  for (const piece of pieces) {
    if (inLast + piece > room) {
      segments += 1
      inLast = 0
    }
    inLast += piece
  }
  return { segments, inLast }
}

const PLAIN: readonly (readonly [pattern: RegExp, plain: string])[] = [
  [/[‘’‚‛′`´]/g, "'"],
  [/[“”„‟″«»]/g, '"'],
  [/[‐‑‒–—―−]/g, '-'],
  [/…/g, '...'],
  [/[•·]/g, '-'],
  [/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
  [/[\u200b\u2060\ufeff]/g, ''],
  [/[\u2028\u2029]/g, '\n'],
]

/**
 * Writes typographic quotes, dashes, dots and spaces plainly, so that the text may fit GSM-7. Letters stay as they are:
 * `á` costs a longer text, but a name keeps its accent.
 */
export function suggestGsm(text: string): string {
  return PLAIN.reduce((plainer, [pattern, plain]) => plainer.replace(pattern, plain), text)
}
