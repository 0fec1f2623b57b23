import type { ReplyWords } from '../rules/opt-out-words.ts'

/** What is put for a number that stands in the middle of a word. */
const DIGIT_LETTERS: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 5: 's' }

/** Longer than this a reply is a sentence, in which one odd word is a word and no slip. */
const MOST_WORDS = 6

/** Puts right the slips that stand in the list, digits that stand for letters, and a word that is said twice in one. */
export function mendKnownSlips(reply: string, { slips, stop }: ReplyWords): string {
  return reply
    .split(' ')
    .map((word) => slips.get(word) ?? (/\p{L}/u.test(word) && /\d/.test(word) ? undisguised(word, stop) : word))
    .map((word) => once(word, stop))
    .join(' ')
}

function undisguised(word: string, stop: readonly string[]): string {
  const guesses = [word.replace(/\d/g, (digit) => DIGIT_LETTERS[digit] ?? digit), word.replace(/\d/g, '')]
  return guesses.find((guess) => stop.includes(guess)) ?? word
}

function once(word: string, stop: readonly string[]): string {
  return stop.find((said) => said.length > 3 && word.length > said.length && word.replaceAll(said, '') === '') ?? word
}

/**
 * Takes words that are one slip of the finger away from a word about stopping for that word; a long word may have two.
 * Words that people use in any message stay as they are: "shop", "step" and "stock" are no slips. Returns the reply as it
 * was where nothing looks like a slip, or where it is too long to guess at.
 */
export function mendGuessedSlips(reply: string, { guessable, ordinary }: ReplyWords): string {
  const words = reply.split(' ')
  if (words.length > MOST_WORDS) return reply
  return words
    .map((word) => {
      if (ordinary.includes(word) || guessable.includes(word)) return word
      return guessable.find((meant) => isSlipOf(word, meant)) ?? word
    })
    .join(' ')
}

function isSlipOf(word: string, meant: string): boolean {
  const slips = meant.length >= 9 ? 2 : 1
  if (word.length < 3 || Math.abs(word.length - meant.length) > slips) return false
  return distance(undoubled(word), undoubled(meant)) <= slips
}

function undoubled(word: string): string {
  return word.replace(/(\p{L})\1/gu, '$1')
}

/** How many slips lie between two words: a letter too many, too few, another one, or two in the wrong order. */
function distance(left: string, right: string): number {
  let before: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let row = 1; row <= left.length; row += 1) {
    const now = [row]
    for (let at = 1; at <= right.length; at += 1) {
      const isSame = left[row - 1] === right[at - 1]
      const isSwapped = row > 1 && at > 1 && left[row - 1] === right[at - 2] && left[row - 2] === right[at - 1]
      now[at] = Math.min(
        (last[at] ?? 0) + 1,
        (now[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[at - 2] ?? 0) + 1 : Infinity,
      )
    }
    before = last
    last = now
  }
  return last[right.length] ?? 0
}
