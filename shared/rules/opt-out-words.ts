import { ENGLISH_REPLY_WORDS } from './opt-out-words-en.ts'
import { SPANISH_REPLY_WORDS } from './opt-out-words-es.ts'

/** The languages in which replies are read. */
export type ReplyLanguage = 'en' | 'es'

/**
 * The words of one language, in small letters without accents or punctuation, as a reply is read. In the two lists of what
 * may mean stop a `*` stands for any one word.
 */
export interface ReplyWords {
  /** Alone, these end texts at once. */
  readonly stop: readonly string[]
  /** Of the stop words, those that end everything and not only the kind of text that they answer. */
  readonly all: readonly string[]
  /** Of the stop words, those that people also use of other things: in a longer sentence they do not count. */
  readonly everyday: readonly string[]
  /** Of the everyday words, those that with a please may be about an appointment. */
  readonly errands: readonly string[]
  /** Sentences that ask to end texts. */
  readonly stopPhrases: readonly string[]
  /** Somewhere in a reply these may mean stop: a person reads it, and nothing goes out until then. */
  readonly maybePhrases: readonly string[]
  /** These may mean stop where nothing else is said. */
  readonly maybeAlone: readonly string[]
  /** Whoever says this is perhaps not the person to whom we write. */
  readonly wrongNumber: readonly string[]
  /** In an everyday sentence these hold words that mean something else there. */
  readonly innocent: readonly string[]
  readonly start: readonly string[]
  readonly help: readonly string[]
  readonly yes: readonly string[]
  /** Said with any wish without changing it. */
  readonly courtesy: readonly string[]
  /** Said around a wish to stop without changing it. */
  readonly wishing: readonly string[]
  /** What texts are called: an everyday stop word beside one of these may mean the texts. */
  readonly texts: readonly string[]
  /** In front of a stop word these turn it round. */
  readonly negations: readonly string[]
  /** Slips that are common enough to be sure of, each beside the word that is meant. */
  readonly slips: ReadonlyMap<string, string>
  /** Words of which a slip may be guessed: a person then reads the reply. */
  readonly guessable: readonly string[]
  /** Words that look like a slip of one of these and are none. */
  readonly ordinary: readonly string[]
}

/**
 * The words that end, renew or explain texts. The first seven English stop words must always be honoured. Editable data.
 * Source: 47 CFR 64.1200(a)(10); CTIA Messaging Principles 5.1; ARRET: Canadian Common Short Code Guidelines, mandatory
 * keywords; the Spanish words and the slips are ours.
 */
export const OPT_OUT_WORDS: { readonly asOf: string; readonly words: Readonly<Record<ReplyLanguage, ReplyWords>> } = {
  asOf: '2026-11-23',
  words: { en: ENGLISH_REPLY_WORDS, es: SPANISH_REPLY_WORDS },
}

/** Signs that alone may mean stop. */
export const STOP_SIGNS = ['🛑', '🚫', '⛔'] as const
