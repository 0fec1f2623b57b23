import type { CellReading } from './form-reading.ts'
import type { RowGuess } from './reading-cells.ts'
import { doubted, guessesOf, likelihood, readAs } from './reading-cells.ts'
import { leanTowardsDomain } from './reading-email-domain.ts'

/** How many beginnings of an address are kept while its cells are gone through. */
const BEAM = 40

/**
 * Shapes that a hand writes alike, so that no eye can tell them apart in one cell: here alone what stands around them may
 * make a reading surer.
 */
const LOOK_ALIKES: readonly string[] = ['0o', '1il', '5s', '2z', '8b', '6g', '9gq']

/**
 * Reads the cells of an address, or of its part before the @ where a box for its ending is ticked: at most one @, letters
 * before trailing digits, a dot and an ending of letters behind the @. Then it leans towards the common mail domains.
 * Empty cells within the address are left out and asked about.
 */
export function readEmail(cells: readonly CellReading[]): readonly CellReading[] {
  const used = usedLength(cells)
  if (used === 0) return cells
  const written = cells.slice(0, used)
  const rows = likelyAddresses(written)
  const settled = settleAddress(written, rows).map((cell) => (cell.text === '' ? doubted(cell) : cell))
  return [...leanTowardsDomain(settled), ...cells.slice(used)]
}

/** Up to the last cell that holds something. */
function usedLength(cells: readonly CellReading[]): number {
  return cells.findLastIndex(({ text }) => text !== '') + 1
}

function likelyAddresses(cells: readonly CellReading[]): readonly RowGuess[] {
  let rows: readonly RowGuess[] = [{ texts: [], weight: 1 }]
  for (const cell of cells) {
    rows = rows
      .flatMap(({ texts, weight }) => {
        const before = texts.join('')
        return guessesOf(cell).map(({ text, confidence }) => ({
          texts: [...texts, text],
          weight: weight * confidence * (text === '' ? 1 : nextWeight(before, text)),
        }))
      })
      .toSorted((left, right) => right.weight - left.weight)
      .slice(0, BEAM)
    const [best] = rows
    if (best !== undefined && best.weight > 0) {
      const scale = best.weight
      rows = rows.map(({ texts, weight }) => ({ texts, weight: weight / scale }))
    }
  }
  return rows
    .map(({ texts, weight }) => ({ texts, weight: weight * wholeWeight(texts.join('')) }))
    .toSorted((left, right) => right.weight - left.weight)
}

type Sort = 'letter' | 'digit' | 'sign' | 'at' | 'start'

function sortOf(character: string | undefined): Sort {
  if (character === undefined) return 'start'
  if (/^[a-z]$/.test(character)) return 'letter'
  if (/^[0-9]$/.test(character)) return 'digit'
  return character === '@' ? 'at' : 'sign'
}

/** How usual a character is after the one before it, in the part before the @. */
const LOCAL: Readonly<Record<Exclude<Sort, 'at'>, Readonly<Record<Exclude<Sort, 'start'>, number>>>> = {
  start: { letter: 1, digit: 0.3, sign: 0.02, at: 0.005 },
  letter: { letter: 1, digit: 0.4, sign: 0.5, at: 0.5 },
  digit: { letter: 0.15, digit: 1, sign: 0.3, at: 0.6 },
  sign: { letter: 1, digit: 0.6, sign: 0.02, at: 0.02 },
}

function nextWeight(before: string, next: string): number {
  const sort = sortOf(next)
  const last = sortOf(before.at(-1))
  if (!before.includes('@')) return last === 'at' || sort === 'start' ? 0 : LOCAL[last][sort]
  if (sort === 'at') return 0.0001
  if (next === '_' || next === '+') return 0.001
  if (sort === 'letter') return 1
  if (sort === 'digit') return 0.05
  if (last === 'at' || last === 'sign') return 0.005
  return next === '.' ? 0.5 : 0.05
}

function wholeWeight(address: string): number {
  if (!address.includes('@')) return 0.3
  return /^[^@]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(address) ? 1 : 0.05
}

/** Reads the cells as the likeliest address; only look-alikes may become surer by what stands around them. */
function settleAddress(cells: readonly CellReading[], rows: readonly RowGuess[]): readonly CellReading[] {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0)
  const [best] = rows
  if (best === undefined || !(total > 0)) return cells.map(doubted)
  return cells.map((cell, place) => {
    const text = best.texts[place] ?? ''
    const share = rows.reduce((sum, row) => sum + (row.texts[place] === text ? row.weight : 0), 0) / total
    const read = readAs(cell, text)
    return { ...read, confidence: Math.min(share, text === '' ? read.confidence : likeShape(cell, text)) }
  })
}

/** How likely the cell shows this shape, whichever of its look-alikes is meant. */
function likeShape(cell: CellReading, text: string): number {
  const family = LOOK_ALIKES.filter((shapes) => shapes.includes(text)).join('')
  const sum = [...new Set([text, ...Array.from(family)])].reduce((total, shape) => total + likelihood(cell, shape), 0)
  return text === cell.text || family !== '' ? Math.min(1, sum) : readAs(cell, text).confidence
}
