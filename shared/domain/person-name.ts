/** The parts of a name; either may be empty. */
export interface PersonName {
  readonly givenName: string
  readonly familyName: string
}

/** A name as an export writes it, taken apart. `family` is empty for a person with one name. */
export interface SplitName {
  readonly given: string
  readonly middle: string
  readonly family: string
}

/** The longest name that is kept, in UTF-16 units; longer ones are cut. */
export const LONGEST_NAME = 80

/** Words that belong to the family name they stand before: `de la Cruz`, `van der Berg`. */
const PARTICLES = new Set(
  'da das de del della den der di do dos du el la las le los mac mc san santa st ten ter van von y'.split(' '),
)
const SUFFIX = /^(jr|sr|ii|iii|iv|md|phd|esq)\.?$/i
const TITLE = /^(mr|mrs|ms|miss|mx|dr|sr|sra|srta)\.?$/i

/**
 * Takes a name apart as an export of a practice writes it: `Last, First M.`, `First Last` or `First Middle Last`.
 * Titles and suffixes are dropped; particles stay with the family name. A guess: names have no grammar.
 */
export function splitName(text: string): SplitName {
  const name = cleanName(text)
  const [family = '', given = ''] = splitOnce(name, ',')
  return given !== '' && !SUFFIX.test(given) ? fromLastFirst(family, given) : fromFirstLast(family)
}

function splitOnce(text: string, mark: string): readonly string[] {
  const place = text.indexOf(mark)
  return place < 0
    ? [text.trim()]
    : [
        text.slice(0, place).trim(),
        text
          .slice(place + 1)
          .replaceAll(mark, ' ')
          .trim(),
      ]
}

function fromLastFirst(family: string, given: string): SplitName {
  const names = dropTitles(given)
  const lastGiven = names.at(-1) ?? ''
  const hasInitial = names.length > 1 && /^\p{L}\.?$/u.test(lastGiven)
  return {
    given: (hasInitial ? names.slice(0, -1) : names).join(' '),
    middle: hasInitial ? lastGiven : '',
    family: dropTitles(family).join(' '),
  }
}

function fromFirstLast(name: string): SplitName {
  const names = dropTitles(name)
  const [given = '', ...others] = names
  const particle = others.findIndex((word) => PARTICLES.has(word.toLowerCase()))
  const familyFrom = particle < 0 ? Math.max(0, others.length - 1) : particle
  return { given, middle: others.slice(0, familyFrom).join(' '), family: others.slice(familyFrom).join(' ') }
}

/** A person may be called Sr. Sousa or have the one name Sr, so the last word standing is never dropped. */
function dropTitles(name: string): readonly string[] {
  const words = name.split(' ').filter((word) => word !== '')
  while (words.length > 1 && (TITLE.test(words[0] ?? '') || SUFFIX.test(words[0] ?? ''))) words.shift()
  while (words.length > 1 && SUFFIX.test(words.at(-1) ?? '')) words.pop()
  return words
}

/** A name as it is shown and spoken to: given name first. */
export function displayName({ givenName, familyName }: PersonName): string {
  return [cleanName(givenName), cleanName(familyName)].filter((part) => part !== '').join(' ')
}

/**
 * Makes a name safe to keep and to show: NFC, one line, single spaces, at most `LONGEST_NAME` units. Controls that turn
 * the direction of a line and heaps of accents that climb over other lines are taken out; the letters stay.
 */
export function cleanName(text: string): string {
  return text
    .slice(0, 10 * LONGEST_NAME)
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .slice(0, LONGEST_NAME)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
}
