import { COMMON_EMAIL_DOMAINS } from '../rules/email-domains.ts'

/** An ending that is seldom seen, and the common one that was perhaps meant. */
export interface MailDoubt {
  readonly ending: string
  readonly meant: string | null
}

const COMMON: ReadonlySet<string> = new Set(COMMON_EMAIL_DOMAINS)
/** So many slips of pen or reader make another ending of it: "gmial.com", "outlok.com". */
const MOST_SLIPS = 2

/** Looks at what stands after the @ of an address; null when it is a common ending or there is none. */
export function doubtMailEnding(address: string): MailDoubt | null {
  const ending = (address.split('@')[1] ?? '').trim().toLowerCase()
  if (ending === '' || COMMON.has(ending)) return null
  const [nearest] = COMMON_EMAIL_DOMAINS.map((common) => ({ common, slips: slipsBetween(ending, common) })).toSorted(
    (a, b) => a.slips - b.slips,
  )
  return { ending, meant: nearest && nearest.slips <= MOST_SLIPS ? nearest.common : null }
}

/** How many letters were put in, left out or taken for another (Levenshtein's distance). */
function slipsBetween(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (const [row, letter] of Array.from(one).entries()) {
    const line = [row + 1]
    for (const [column, against] of Array.from(other).entries()) {
      const taken = (before[column] ?? 0) + (letter === against ? 0 : 1)
      line.push(Math.min(taken, (before[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1))
    }
    before = line
  }
  return before.at(-1) ?? 0
}
