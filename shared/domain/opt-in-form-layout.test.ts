import { expect, test } from 'vitest'
import type { RectMm } from './opt-in-form-layout.ts'
import { combOf, LETTER_LAYOUT } from './opt-in-form-layout.ts'

const { pageWidthMm, pageHeightMm, marks, codeSquare, combs, consentBoxes, endingBoxes, signature } = LETTER_LAYOUT
const fields: readonly RectMm[] = [
  ...marks,
  codeSquare,
  ...combs.flatMap((comb) => comb.cells),
  ...consentBoxes,
  ...endingBoxes,
  signature,
]

const overlaps = (a: RectMm, b: RectMm): boolean =>
  a.xMm + a.widthMm > b.xMm + 0.01 &&
  b.xMm + b.widthMm > a.xMm + 0.01 &&
  a.yMm + a.heightMm > b.yMm + 0.01 &&
  b.yMm + b.heightMm > a.yMm + 0.01

test('everything stands at least 8 mm inside the page, where every printer prints', () => {
  for (const { xMm, yMm, widthMm, heightMm } of fields) {
    expect(Math.min(xMm, yMm)).toBeGreaterThanOrEqual(8)
    expect(xMm + widthMm).toBeLessThanOrEqual(pageWidthMm - 8 + 0.01)
    expect(yMm + heightMm).toBeLessThanOrEqual(pageHeightMm - 8 + 0.01)
  }
})

test('every field stands between the marks, where a straightened picture is truest', () => {
  const [topLeft, topRight] = marks
  for (const { xMm, widthMm } of fields.filter((field) => !marks.some((mark) => mark === field))) {
    expect(xMm).toBeGreaterThanOrEqual((topLeft?.xMm ?? 0) + (topLeft?.widthMm ?? 0))
    expect(xMm + widthMm).toBeLessThanOrEqual(topRight?.xMm ?? 0)
  }
})

test('no two fields overlap', () => {
  const pairs = fields.flatMap((field, place) => fields.slice(place + 1).map((other) => [field, other] as const))
  expect(pairs.filter(([field, other]) => overlaps(field, other))).toEqual([])
})

test('consent boxes are at least 10 mm apart', () => {
  const gaps = consentBoxes.slice(1).map((box, place) => {
    const above = consentBoxes[place]
    return above === undefined ? 0 : box.yMm - (above.yMm + above.heightMm)
  })
  expect(gaps).toHaveLength(2)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10)
})

test('a number has its ten cells in three groups with a gap between them', () => {
  const cells = combOf(LETTER_LAYOUT, 'mobile')?.cells ?? []
  const steps = cells.slice(1).map((cell, place) => cell.xMm - (cells[place]?.xMm ?? 0))
  expect(steps.map((step) => step > 7)).toEqual([false, false, true, false, false, true, false, false, false])
})

test('the four marks differ from each other however the page is turned', () => {
  const turned = (modules: string): string =>
    Array.from({ length: 36 }, (_, place) => modules[(5 - (place % 6)) * 6 + Math.floor(place / 6)]).join('')
  const seen = marks.flatMap(({ modules }) => {
    const quarter = turned(modules)
    const half = turned(quarter)
    return [modules, quarter, half, turned(half)]
  })
  expect(new Set(seen).size).toBe(16)
})
