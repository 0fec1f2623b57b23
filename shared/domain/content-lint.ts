import { CONTENT_WORDS } from '../rules/content-words.ts'

/** Something about a text that its writer should look at again, and where it was found. Advice, never a refusal. */
export interface ContentAdvice {
  readonly code: 'all_caps' | 'short_link' | 'link_not_secure' | 'diagnosis_word' | 'refused_word'
  readonly found: string
}

const FEWEST_LETTERS = 12
const LOUD_SHARE = 0.7

/**
 * Reads a text for what carriers drop and what tells others too much about a patient. Each thing is named once.
 * Source: CTIA Messaging Principles 5.3 (content), 45 CFR 164.502(b) (minimum necessary).
 */
export function lintBody(body: string): readonly ContentAdvice[] {
  const plain = plainWords(body)
  const advise = (code: ContentAdvice['code'], found: readonly string[]) =>
    [...new Set(found)].map((text): ContentAdvice => ({ code, found: text }))
  return [
    ...advise('all_caps', isLoud(body) ? [loudest(body)] : []),
    ...advise('short_link', shortLinksIn(body)),
    ...advise('link_not_secure', body.match(/\bhttp:\/\/[^\s]+/gi) ?? []),
    ...advise('diagnosis_word', wordsIn(plain, CONTENT_WORDS.diagnoses)),
    ...advise('refused_word', wordsIn(plain, CONTENT_WORDS.refused)),
  ]
}

/** Merge fields are not the writer's letters. */
function isLoud(body: string): boolean {
  const letters = body.replace(/\{[^{}]*\}/g, '').match(/\p{L}/gu) ?? []
  const loud = letters.filter((letter) => letter !== letter.toLowerCase())
  return letters.length >= FEWEST_LETTERS && loud.length / letters.length > LOUD_SHARE
}

function loudest(body: string): string {
  const words = body.match(/\p{Lu}{2,}/gu) ?? []
  return words.toSorted((left, right) => right.length - left.length)[0] ?? ''
}

function shortLinksIn(body: string): readonly string[] {
  const hosts = (body.toLowerCase().match(/[\w.-]+(?=\/)/g) ?? []).map((host) => host.replace(/^www\./, ''))
  return CONTENT_WORDS.shorteners.filter((shortener) => hosts.includes(shortener))
}

function wordsIn(plain: string, words: readonly string[]): readonly string[] {
  return words.filter((word) => plain.includes(` ${word} `))
}

function plainWords(body: string): string {
  const words = body
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
  return ` ${words.trim()} `
}
