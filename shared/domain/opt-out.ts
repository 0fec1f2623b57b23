import { OPT_OUT_WORDS, STOP_SIGNS } from '../rules/opt-out-words.ts'
import type { ReplyLanguage, ReplyWords } from '../rules/opt-out-words.ts'
import { mendGuessedSlips, mendKnownSlips } from './reply-typos.ts'
import { ownWords, plainWords } from './reply-words.ts'

/**
 * What a reply means for consent. `stop` ends texts at once. `maybe_stop` holds them back until a person has read it.
 * `confirm_yes` confirms an agreement only if one was asked for; `text` says nothing about consent.
 */
export const REPLY_MEANINGS = ['stop', 'start', 'help', 'confirm_yes', 'maybe_stop', 'text'] as const
export type ReplyMeaning = (typeof REPLY_MEANINGS)[number]

/** A reply as it was read: the words that decided, as they stand in the list, and the language they belong to. */
export interface ReplyReading {
  readonly meaning: ReplyMeaning
  readonly matched?: string
  readonly language?: ReplyLanguage
  /** Of a `stop`: a bare STOP may end the kind of text that it answers; whatever says more ends everything. */
  readonly reach?: 'this_kind' | 'everything'
  /** True where whoever answered is perhaps not the person to whom we write. */
  readonly isWrongNumber?: boolean
}

/**
 * Reads what a reply means for consent, in English and Spanish alike, whatever its case, accents, letters and punctuation.
 * A stop is clear only where nothing else is said; a wish to stop inside a longer sentence goes to a person, because both
 * mistakes cost: texts after a stop are unlawful, a stop that was none takes away reminders.
 * "Can I stop by at 3?" holds a word of an everyday errand and is plain text; so is "cancel my appointment", which names
 * what is to be cancelled.
 * Source: 47 CFR 64.1200(a)(10): any wording that a reasonable person would take for a revocation.
 */
export function readInbound(text: string): ReplyReading {
  const own = ownWords(text)
  const reply = plainWords(own)
  const reading = readWords((words) => mendKnownSlips(reply, words)) ?? readGuessed(reply) ?? readSigns(own, reply)
  return isWrongNumber(reply) ? { ...reading, isWrongNumber: true } : reading
}

type Reading = Omit<ReplyReading, 'language'> | null

const LANGUAGES = Object.entries(OPT_OUT_WORDS.words) as readonly [ReplyLanguage, ReplyWords][]

/** The most certain reading in any language; null where the words say nothing about consent. */
function readWords(replyFor: (words: ReplyWords) => string): ReplyReading | null {
  for (const read of [readStopWord, readPhrase, readMaybe, readOtherWord]) {
    for (const [language, words] of LANGUAGES) {
      const reading = read(replyFor(words), words)
      if (reading) return { ...reading, language }
    }
  }
  return null
}

/** A reply that would be a stop but for a slip of the finger: nobody can be sure, so a person reads it. */
function readGuessed(reply: string): ReplyReading | null {
  const guessed = readWords((words) => mendGuessedSlips(mendKnownSlips(reply, words), words))
  if (guessed?.meaning !== 'stop' && guessed?.meaning !== 'maybe_stop') return null
  const { reach: _, ...rest } = guessed
  return { ...rest, meaning: 'maybe_stop' }
}

/** A stop sign says something only where no words do. */
function readSigns(own: string, reply: string): ReplyReading {
  const sign = STOP_SIGNS.find((one) => own.includes(one))
  const isAlone = LANGUAGES.some(([, { courtesy }]) => courtesy.reduce(without, reply) === '')
  return sign !== undefined && isAlone ? { meaning: 'maybe_stop', matched: sign } : { meaning: 'text' }
}

function isWrongNumber(reply: string): boolean {
  return LANGUAGES.some(([, words]) => {
    const mended = words.innocent.reduce(without, mendKnownSlips(reply, words))
    return longestIn(mended, words.wrongNumber) !== undefined
  })
}

/** The whole reply is a stop word, perhaps said twice or with a please. */
function readStopWord(reply: string, words: ReplyWords): Reading {
  const bare = words.courtesy.reduce(without, reply)
  const alone = words.stop.find((word) => isRepeated(reply, word))
  if (alone !== undefined) return stopWord(alone, words)
  const polite = words.stop.find((word) => !words.errands.includes(word) && isRepeated(bare, word))
  if (polite !== undefined) return stopWord(polite, words)
  const wished = words.stop.find((word) => !words.errands.includes(word) && isWishFor(word, reply, words))
  return wished === undefined ? null : { meaning: 'stop', matched: wished, reach: 'everything' }
}

function stopWord(matched: string, words: ReplyWords): Reading {
  return { meaning: 'stop', matched, reach: words.all.includes(matched) ? 'everything' : 'this_kind' }
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
  return isClear
    ? { meaning: 'stop', matched: phrase, reach: 'everything' }
    : { meaning: 'maybe_stop', matched: phrase }
}

/** Something in the reply may be meant as a stop. */
function readMaybe(reply: string, words: ReplyWords): Reading {
  // "Cancel please" may be about Tuesday's appointment, so with a please such a word is no longer clear.
  const polite = words.errands.find((word) => isWishFor(word, reply, words))
  if (polite !== undefined) return { meaning: 'maybe_stop', matched: polite }
  const isAboutTexts = words.texts.some((name) => has(reply, name))
  const innocent = words.innocent.reduce(without, reply)
  const rest = isAboutTexts ? reply : innocent
  const bare = words.courtesy.reduce(without, rest)
  const phrase =
    longestIn(rest, words.maybePhrases) ??
    longestIn(innocent, words.wrongNumber) ??
    words.maybeAlone.find((alone) => patternOf(alone, true).test(bare))
  if (phrase !== undefined) return { meaning: 'maybe_stop', matched: phrase }
  const word = longestIn(
    rest,
    words.stop.filter((stop) => isAboutTexts || !words.everyday.includes(stop)),
  )
  return word === undefined ? null : { meaning: 'maybe_stop', matched: word }
}

function has(reply: string, words: string): boolean {
  return words.includes('*') ? patternOf(words, false).test(reply) : ` ${reply} `.includes(` ${words} `)
}

const patterns = new Map<string, RegExp>()

/** A phrase in which `*` is any one word, anywhere in a reply or as all of it. */
function patternOf(phrase: string, isWhole: boolean): RegExp {
  const source = phrase.replaceAll('*', String.raw`\S+`)
  const key = isWhole ? `^${source}$` : String.raw`(?<!\S)${source}(?!\S)`
  const pattern = patterns.get(key) ?? new RegExp(key, 'u')
  patterns.set(key, pattern)
  return pattern
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
