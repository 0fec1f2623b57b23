import { COMMON_EMAIL_DOMAINS } from '../rules/email-domains.ts'
import type { CellReading } from './form-reading.ts'
import { doubted, likelihood, readAs } from './reading-cells.ts'

/** What a character costs that the eye did not even think of, and how much a common domain may cost in all. */
const UNTHOUGHT = Math.log(0.002)
const MOST_COST = 8

/**
 * Leans an address towards the common mail domain that its cells nearly say. Every cell that had to change is asked about,
 * so that a wrong domain is never taken silently; a domain that the cells say by themselves stays as it is.
 */
export function leanTowardsDomain(cells: readonly CellReading[]): readonly CellReading[] {
  const at = cells.findLastIndex(({ text }) => text === '@')
  if (at < 0) return cells
  const places = cells.flatMap(({ text }, place) => (place > at && text !== '' ? [place] : []))
  const written = places.map((place) => cells[place]).filter((cell) => cell !== undefined)
  const domain = nearestDomain(written)
  if (domain === undefined) return cells
  return cells.map((cell, place) => {
    const character = domain[places.indexOf(place)]
    if (character === undefined || !places.includes(place) || character === cell.text) return cell
    return doubted(readAs(cell, character))
  })
}

function nearestDomain(cells: readonly CellReading[]): string | undefined {
  const costs = COMMON_EMAIL_DOMAINS.filter(({ length }) => length === cells.length).map((domain) => ({
    domain,
    cost: costOf(cells, domain),
  }))
  const [best] = costs.toSorted((left, right) => left.cost - right.cost)
  return best !== undefined && best.cost <= MOST_COST ? best.domain : undefined
}

/** How much less likely the cells are to say this domain than what they were read as. */
function costOf(cells: readonly CellReading[], domain: string): number {
  return cells.reduce((sum, cell, place) => {
    const character = domain[place] ?? ''
    if (character === cell.text) return sum
    const thought = likelihood(cell, character)
    const asRead = Math.log(Math.max(cell.confidence, 0.002))
    return sum + asRead - Math.max(UNTHOUGHT, Math.log(thought))
  }, 0)
}
