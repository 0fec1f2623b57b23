import { expect, it } from 'vitest'
import type { RectifiedPage } from '../../../shared/domain/form-reading.ts'
import type { CombField, RectMm } from '../../../shared/domain/opt-in-form-layout.ts'
import { snappedBox, snappedComb } from './snap.ts'

const PX_PER_MM = 8
const PALE = 200
const BLACK = 20

function blank(): RectifiedPage {
  return { widthPx: 640, heightPx: 240, pxPerMm: PX_PER_MM, pixels: new Uint8Array(640 * 240).fill(255) }
}

function fill(page: RectifiedPage, { xMm, yMm, widthMm, heightMm }: RectMm, grey: number): void {
  for (let y = Math.round(yMm * PX_PER_MM); y < Math.round((yMm + heightMm) * PX_PER_MM); y += 1) {
    for (let x = Math.round(xMm * PX_PER_MM); x < Math.round((xMm + widthMm) * PX_PER_MM); x += 1) {
      page.pixels[y * page.widthPx + x] = grey
    }
  }
}

function frame(page: RectifiedPage, rect: RectMm, grey: number): void {
  const line = 1 / PX_PER_MM
  const { xMm, yMm, widthMm, heightMm } = rect
  for (const at of [xMm, xMm + widthMm]) fill(page, { xMm: at - line / 2, yMm, widthMm: line, heightMm }, grey)
  for (const at of [yMm, yMm + heightMm]) fill(page, { xMm, yMm: at - line / 2, widthMm, heightMm: line }, grey)
}

const comb: CombField = {
  name: 'mobile',
  characters: 'digits',
  groups: [8],
  cells: Array.from({ length: 8 }, (_, place) => ({ xMm: 10 + place * 6.6, yMm: 10, widthMm: 6.6, heightMm: 8.4 })),
}

it('follows the pale frames of a comb, and not the strokes that were written across them', () => {
  const page = blank()
  const shifts = comb.cells.map((_, place) => ({ xMm: 0.5, yMm: place < 4 ? 0.75 : 1.25 }))
  comb.cells.forEach((cell, place) => {
    const shift = shifts[place] ?? { xMm: 0, yMm: 0 }
    const seen = { ...cell, xMm: cell.xMm + shift.xMm, yMm: cell.yMm + shift.yMm }
    frame(page, seen, PALE)
    fill(page, { xMm: seen.xMm + 0.4, yMm: seen.yMm + 0.4, widthMm: 0.6, heightMm: 6.4 }, BLACK)
    fill(page, { xMm: seen.xMm + 0.4, yMm: seen.yMm + 0.4, widthMm: 5, heightMm: 0.6 }, BLACK)
  })
  const found = snappedComb(page, comb).cells
  found.forEach((cell, place) => {
    expect(cell.xMm - (comb.cells[place]?.xMm ?? 0)).toBeCloseTo(0.5, 0.8)
    expect(cell.yMm - 10).toBeCloseTo(shifts[place]?.yMm ?? 0, 0.8)
  })
})

it('leaves a field where the marks say when no frame is to be seen', () => {
  expect(snappedComb(blank(), comb).cells).toEqual(comb.cells)
  const box = { xMm: 20, yMm: 10, widthMm: 6.5, heightMm: 6.5 }
  expect(snappedBox(blank(), box)).toEqual(box)
})

it('finds a box that curled paper carried two millimetres away', () => {
  const page = blank()
  frame(page, { xMm: 22, yMm: 11.5, widthMm: 6.5, heightMm: 6.5 }, BLACK)
  const seen = snappedBox(page, { xMm: 20, yMm: 10, widthMm: 6.5, heightMm: 6.5 })
  expect(seen.xMm).toBeCloseTo(22, 0.8)
  expect(seen.yMm).toBeCloseTo(11.5, 0.8)
})
