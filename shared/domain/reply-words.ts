import { LOOK_ALIKES } from '../rules/look-alikes.ts'
import { REACTIONS, SIGNATURES } from '../rules/reactions.ts'

const QUOTE = String.raw`["“”«»„]`
const REACTION = new RegExp(`^\\s*(?:${REACTIONS.openings.join('|')})\\s*${QUOTE}[^]*${QUOTE}`, 'iu')
const SIGNATURE = new RegExp(`\\n\\s*(?:${SIGNATURES.join('|')})\\s*$`, 'iu')
/** Everything under a line of dashes, as mail programs write it. */
const SIGNED_OFF = /\n\s*--\s*\n[^]*$/
const QUOTED_LINE = /^\s*>.*$/gm

const TO_PLAIN = new Map(LOOK_ALIKES.pairs.flatMap(([from, to]) => Array.from(from, (letter, at) => [letter, to[at]])))

/** What the person wrote himself: without a reaction's quotation of our message, quoted lines and what a program signs. */
export function ownWords(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(REACTION, '')
    .replaceAll(QUOTED_LINE, '')
    .replace(SIGNATURE, '')
    .replace(SIGNED_OFF, '')
}

/**
 * Small letters of our own alphabet without accents, one space between words, nothing else: `"¡NO más!"` becomes `no mas`,
 * `S-T-O-P` and `st\u200bop` become `stop`.
 */
export function plainWords(text: string): string {
  return Array.from(text.normalize('NFKD'), letterOfSign)
    .join('')
    .replace(/[\p{M}\p{Cf}'’‘`´]/gu, '')
    .toLowerCase()
    .replace(/\P{ASCII}/gu, (letter) => TO_PLAIN.get(letter) ?? letter)
    .replace(/#/g, ' number ')
    .replace(/\$(?=\p{L})/gu, 's')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(?<!\S)\p{L}(?: \p{L}){2,}(?!\S)/gu, (letters) => letters.replaceAll(' ', ''))
    .replace(/(\p{L})\1{2,}/gu, '$1')
}

/** Blocks of signs that are the letters A to Z in a box or a flag: the code point of their A. */
const LETTER_SIGNS = [0x1f1e6, 0x1f130, 0x1f150, 0x1f170]
const LETTERS = 26

function letterOfSign(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  const first = LETTER_SIGNS.find((at) => code >= at && code < at + LETTERS)
  return first === undefined ? sign : String.fromCharCode(0x61 + code - first)
}
