import { nameKey } from './name-key.ts'

/** What a person typed into a search, taken apart. Every word begins a name; every run of digits is inside a number. */
export interface SearchText {
  readonly words: readonly string[]
  readonly digits: readonly string[]
}

const MAX_LENGTH = 200
const MAX_TOKENS = 12
/** Fewer digits are inside every number. */
const MIN_DIGITS = 3

/**
 * Takes a search apart into letters and digits alone, so that nothing in it can be read as a query language.
 * Without a letter it is a number however it is grouped: "(206) 555-01" looks for 20655501.
 */
export function readSearchText(text: string): SearchText {
  const tokens = nameKey(text.slice(0, MAX_LENGTH)).match(/[\p{L}\p{N}]+/gu) ?? []
  if (!tokens.some((token) => /\p{L}/u.test(token))) return readNumber(tokens.join(''))
  const isDigits = (token: string): boolean => /^\d+$/.test(token) && token.length >= MIN_DIGITS
  return {
    words: tokens.filter((token) => !isDigits(token)).slice(0, MAX_TOKENS),
    digits: tokens.filter(isDigits).slice(0, MAX_TOKENS),
  }
}

function readNumber(digits: string): SearchText {
  if (digits === '') return { words: [], digits: [] }
  return digits.length >= MIN_DIGITS ? { words: [], digits: [digits] } : { words: [digits], digits: [] }
}
