import { AREA_CODE_ZONES } from '../rules/area-code-zones.ts'
import type { CellReading } from './form-reading.ts'
import { doubted, settle, weighRows } from './reading-cells.ts'

/** How much a written number is worth that the numbering plan does not know: the paper may still say it. */
const UNKNOWN_AREA = 0.1
const NOT_IN_THE_PLAN = 0.01

/**
 * Reads the ten cells of a number. Source: North American Numbering Plan: an area code and an exchange begin with 2 to 9
 * and do not end in 11. What the plan does not allow loses to a likely alternative that it does; if there is none the cells
 * stand as they are and ask to be looked at. So does a gap in a number that was begun.
 */
export function readPhone(cells: readonly CellReading[]): readonly CellReading[] {
  if (cells.length !== 10 || cells.every(({ text }) => text === '')) return cells
  const area = settle(cells.slice(0, 3), weighRows(cells.slice(0, 3), areaWeight))
  const exchange = settle(cells.slice(3, 6), weighRows(cells.slice(3, 6), exchangeWeight))
  const line = settle(cells.slice(6), weighRows(cells.slice(6), fullness))
  return [...checked(area, areaWeight), ...checked(exchange, exchangeWeight), ...checked(line, fullness)]
}

/** Lets a part be looked at that the plan does not allow or that has a gap. */
function checked(part: readonly CellReading[], weight: (texts: readonly string[]) => number): readonly CellReading[] {
  return weight(part.map(({ text }) => text)) < UNKNOWN_AREA ? part.map(doubted) : part
}

function areaWeight(texts: readonly string[]): number {
  const plan = exchangeWeight(texts)
  return plan < 1 || AREA_CODES.has(texts.join('')) ? plan : UNKNOWN_AREA
}

function exchangeWeight(texts: readonly string[]): number {
  const isInPlan = /^[2-9]\d\d$/.test(texts.join('')) && !texts.join('').endsWith('11')
  return fullness(texts) * (isInPlan ? 1 : NOT_IN_THE_PLAN)
}

/** An empty cell within a number that was begun is unlikely, and cannot be right. */
function fullness(texts: readonly string[]): number {
  return texts.reduce((weight, text) => (text === '' ? weight * 0.05 : weight), 1)
}

const AREA_CODES: ReadonlySet<string> = new Set(
  Object.values(AREA_CODE_ZONES.codesByZone).flatMap((codes) => codes.trim().split(/\s+/)),
)
