import { OPT_OUT_WORDS } from '../rules/opt-out-words.ts'
import type { ReplyLanguage, ReplyWords } from '../rules/opt-out-words.ts'

/**
 * What a reply means for consent. `stop` ends all texts at once. `maybe_stop` holds them back until a person has read it.
 * `confirm_yes` confirms an agreement only if one was asked for; `text` says nothing about consent.
 */
export const REPLY_MEANINGS = ['stop', 'start', 'help', 'confirm_yes', 'maybe_stop', 'text'] as const
export type ReplyMeaning = (typeof REPLY_MEANINGS)[number]

/** A reply as it was read: the words that decided, as they stand in the list, and the language they belong to. */
export interface ReplyReading {
  readonly meaning: ReplyMeaning
  readonly matched?: string
  readonly language?: ReplyLanguage
}

/**
 * Reads what a reply means for consent, in English and Spanish alike, whatever its case, accents and punctuation.
 * A stop is clear only where nothing else is said; a wish to stop inside a longer sentence goes to a person, because both
 * mistakes cost: texts after a stop are unlawful, a stop that was none takes away reminders.
 * "Can I stop by at 3?" holds a word of an everyday errand and is plain text.
 * Source: 47 CFR 64.1200(a)(10): any wording that a reasonable person would take for a revocation.
 */
export function readInbound(text: string): ReplyReading {
  const reply = plainWords(text)
  for (const read of [readStopWord, readPhrase, readMaybe, readOtherWord]) {
    for (const [language, words] of Object.entries(OPT_OUT_WORDS.words) as [ReplyLanguage, ReplyWords][]) {
      const reading = read(reply, words)
      if (reading) return { ...reading, language }
    }
  }
  return { meaning: 'text' }
}

/** Small letters without accents, one space between words, nothing else: `"¡NO más!"` becomes `no mas`. */
function plainWords(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’‘`´]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return /^\p{L}( \p{L})+$/u.test(words) ? words.replaceAll(' ', '') : words
}

type Reading = Omit<ReplyReading, 'language'> | null

/** The whole reply is a stop word, perhaps said twice or with a please. */
function readStopWord(reply: string, words: ReplyWords): Reading {
  const alone = words.stop.find((word) => isRepeated(reply, word))
  if (alone !== undefined) return { meaning: 'stop', matched: alone }
  const wished = words.stop.find((word) => !words.everyday.includes(word) && isWishFor(word, reply, words))
  return wished === undefined ? null : { meaning: 'stop', matched: wished }
}

/** The whole reply is one of the other words that a sender must know. */
function readOtherWord(reply: string, words: ReplyWords): Reading {
  const bare = words.courtesy.reduce(without, reply)
  const meanings = [
    ['start', words.start],
    ['help', words.help],
    ['confirm_yes', words.yes],
  ] as const
  for (const [meaning, list] of meanings) {
    const matched = list.find((word) => isRepeated(bare, word))
    if (matched !== undefined) return { meaning, matched }
  }
  return null
}

/** A sentence that asks to end texts: clear when nothing else is said. */
function readPhrase(reply: string, words: ReplyWords): Reading {
  const phrase = longestIn(reply, words.stopPhrases)
  if (phrase === undefined) return null
  const isTurned = words.negations.some((negation) => has(reply, `${negation} ${phrase}`))
  const isClear = !isTurned && isWishFor(phrase, reply, words)
  return { meaning: isClear ? 'stop' : 'maybe_stop', matched: phrase }
}

/** Something in the reply may be meant as a stop. */
function readMaybe(reply: string, words: ReplyWords): Reading {
  // "Cancel please" may be about Tuesday's appointment, so with a please an everyday word is no longer clear.
  const polite = words.everyday.find((word) => isWishFor(word, reply, words))
  const phrase = polite ?? longestIn(reply, words.maybePhrases)
  if (phrase !== undefined) return { meaning: 'maybe_stop', matched: phrase }
  const isAboutTexts = words.texts.some((name) => has(reply, name))
  const rest = isAboutTexts ? reply : words.innocent.reduce(without, reply)
  const word = longestIn(
    rest,
    words.stop.filter((stop) => isAboutTexts || !words.everyday.includes(stop)),
  )
  return word === undefined ? null : { meaning: 'maybe_stop', matched: word }
}

function has(reply: string, words: string): boolean {
  return ` ${reply} `.includes(` ${words} `)
}

function longestIn(reply: string, phrases: readonly string[]): string | undefined {
  return phrases.filter((phrase) => has(reply, phrase)).toSorted((left, right) => right.length - left.length)[0]
}

/** Takes the words out wherever they stand. Each space is doubled first, so that neighbours do not share one. */
function without(reply: string, words: string): string {
  const apart = (text: string) => ` ${text.replaceAll(' ', '  ')} `
  return apart(reply).replaceAll(apart(words), ' ').replace(/ +/g, ' ').trim()
}

function isRepeated(reply: string, word: string): boolean {
  return reply !== '' && without(reply, word) === ''
}

/** Tells whether a reply says these words and, apart from them, nothing but what people say around a wish. */
function isWishFor(wish: string, reply: string, words: ReplyWords): boolean {
  if (!has(reply, wish)) return false
  const around = [...words.courtesy, ...words.wishing].toSorted((left, right) => right.length - left.length)
  return around.reduce(without, without(reply, wish)) === ''
}
