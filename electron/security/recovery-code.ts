import { createHash } from 'node:crypto'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Of 32 letters 30 are random: 150 bits. The other two are the checksum. */
const RANDOM_LETTERS = 30
const CHECK_LETTERS = 2
const GROUP = /.{4}/g

/**
 * Makes a recovery code to be printed: eight groups of four letters and digits, the last two of them a checksum.
 * The alphabet has no I, L, O and U. Source: Douglas Crockford, Base 32.
 */
export function makeRecoveryCode(random: (size: number) => Uint8Array): string {
  // 32 divides 256, so every letter is equally likely.
  const letters = lettersOf(random(RANDOM_LETTERS))
  return (letters + checkLetters(letters)).match(GROUP)?.join('-') ?? ''
}

/**
 * Reads a recovery code however it was typed: any case, with spaces, dashes or neither, O for 0 and I or L for 1.
 * Gives its 32 letters, or null when the text is no recovery code or has a slip in it.
 */
export function readRecoveryCode(text: string): string | null {
  const code = text
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (code.length !== RANDOM_LETTERS + CHECK_LETTERS) return null
  const letters = code.slice(0, RANDOM_LETTERS)
  return code === letters + checkLetters(letters) ? code : null
}

function checkLetters(letters: string): string {
  return lettersOf(createHash('sha256').update(letters).digest().subarray(0, CHECK_LETTERS))
}

function lettersOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => CROCKFORD.charAt(byte % CROCKFORD.length)).join('')
}
