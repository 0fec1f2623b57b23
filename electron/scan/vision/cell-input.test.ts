import { describe, expect, it } from 'vitest'
import type { RectifiedPage } from '../../../shared/domain/form-reading.ts'
import { CELL_INPUT_BYTES, CELL_SIDE, cellInput } from './cell-input.ts'

const CELL = { xMm: 8, yMm: 4, widthMm: 6.6, heightMm: 8.4 }

/** A page of three cells in a row whose middle one is CELL; `shade` gives the brightness at a place in millimetres. */
function page(shade: (xMm: number, yMm: number) => number, pxPerMm = 8): RectifiedPage {
  const [widthPx, heightPx] = [Math.round(24 * pxPerMm), Math.round(18 * pxPerMm)]
  const pixels = new Uint8Array(widthPx * heightPx)
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      pixels[y * widthPx + x] = Math.max(0, shade((x + 0.5) / pxPerMm, (y + 0.5) / pxPerMm))
    }
  }
  return { widthPx, heightPx, pxPerMm, pixels }
}

type Shape = (xMm: number, yMm: number) => boolean

const frame: Shape = (x, y) => {
  const isBeside = [8, 14.6].some((side) => Math.abs(x - side) < 0.13) && y > 4 && y < 12.4
  return isBeside || ([4, 12.4].some((side) => Math.abs(y - side) < 0.13) && x > 1.4 && x < 21.2)
}

const bar =
  (left: number, top: number, width: number, height: number): Shape =>
  (x, y) =>
    x >= left && x < left + width && y >= top && y < top + height

const one = bar(11, 5.6, 0.6, 5)

/** Draws frame and ink on paper of that brightness; `frameShade` is how bright the printed frame is. */
function drawn(ink: Shape, { paper = 240, pen = 30, frameShade = 190, pxPerMm = 8 } = {}): RectifiedPage {
  return page((x, y) => (ink(x, y) ? pen : frame(x, y) ? frameShade : paper), pxPerMm)
}

function inkOf(input: Uint8Array): { mass: number; x: number; y: number; width: number; height: number } {
  let [mass, x, y] = [0, 0, 0]
  const columns = new Set<number>()
  const rows = new Set<number>()
  for (let at = 0; at < CELL_SIDE * CELL_SIDE; at += 1) {
    const value = input[at] ?? 0
    mass += value
    x += value * ((at % CELL_SIDE) + 0.5)
    y += value * (Math.floor(at / CELL_SIDE) + 0.5)
    if (value < 90) continue
    columns.add(at % CELL_SIDE)
    rows.add(Math.floor(at / CELL_SIDE))
  }
  return { mass, x: x / mass, y: y / mass, width: columns.size, height: rows.size }
}

describe('cellInput', () => {
  it('centres the ink by its mass and fills the middle 20 pixels', () => {
    const input = cellInput(drawn(one), CELL)
    const ink = inkOf(input)
    expect(input).toHaveLength(CELL_INPUT_BYTES)
    expect(ink.x).toBeCloseTo(14, 0)
    expect(ink.y).toBeCloseTo(14, 0)
    expect(ink.height).toBeGreaterThanOrEqual(19)
    expect(ink.height).toBeLessThanOrEqual(21)
    expect(Math.max(...input.subarray(0, CELL_SIDE * CELL_SIDE))).toBeGreaterThan(230)
  })

  it('sees nothing in an empty cell, its frame pale or as black as ink', () => {
    for (const frameShade of [225, 190, 120, 30]) {
      expect(
        cellInput(
          drawn(() => false, { frameShade }),
          CELL,
        ).some((value) => value > 0),
      ).toBe(false)
    }
  })

  it('sees nothing in an empty cell whose black frame came out in pieces', () => {
    const broken = page((x, y) => (frame(x, y) && (x + y) % 2 < 1 ? 30 : 240))
    expect(cellInput(broken, CELL).some((value) => value > 0)).toBe(false)
  })

  it('joins the dots that a fax makes of a stroke', () => {
    const dotted = drawn((x, y) => bar(10.5, 5.6, 1, 5)(x, y) && (Math.floor(x * 8) + Math.floor(y * 8)) % 2 === 0)
    const inner = [...cellInput(dotted, CELL).subarray(0, CELL_SIDE * CELL_SIDE)].filter((value) => value > 0)
    const strong = inner.filter((value) => value > 180)
    expect(inkOf(cellInput(dotted, CELL)).height).toBeGreaterThanOrEqual(19)
    expect(strong.length).toBeGreaterThan(inner.length / 2)
  })

  it('takes away a black frame and leaves the stroke that crosses it whole', () => {
    const crossing = bar(10, 8, 5.2, 0.7)
    const input = cellInput(drawn(crossing, { frameShade: 30 }), CELL)
    expect(inkOf(input).height).toBeLessThanOrEqual(5)
    const [, , left = 0, right = 0] = input.subarray(CELL_SIDE * CELL_SIDE)
    expect(left / 255).toBeCloseTo((2 / 6.6 + 0.25) / 1.5, 1)
    expect(right / 255).toBeCloseTo((7.2 / 6.6 + 0.25) / 1.5, 1)
  })

  it('leaves out what hangs over from the cells beside it', () => {
    const alone = cellInput(drawn(one), CELL)
    const beside = bar(5, 7, 3.4, 0.7)
    expect(
      cellInput(
        drawn((x, y) => one(x, y) || beside(x, y)),
        CELL,
      ),
    ).toEqual(alone)
  })

  it('keeps an underscore that stands on the lower line of the frame', () => {
    const line = inkOf(cellInput(drawn(bar(9.4, 12.45, 3.6, 0.25)), CELL))
    expect(line.width).toBeGreaterThanOrEqual(18)
    expect(line.height).toBeLessThanOrEqual(4)
    const alone = drawn((x, y) => bar(4, 12.45, 2.4, 0.25)(x, y) || bar(16.4, 12.45, 3.6, 0.25)(x, y))
    expect(cellInput(alone, CELL).some((value) => value > 0)).toBe(false)
  })

  it('leaves out dust', () => {
    const dust = bar(9.6, 10, 0.14, 0.14)
    expect(cellInput(drawn(dust), CELL).some((value) => value > 0)).toBe(false)
  })

  it('keeps a full stop small and tells where it stands', () => {
    const input = cellInput(drawn(bar(11, 10.6, 0.8, 0.8)), CELL)
    const ink = inkOf(input)
    expect(ink.width).toBeLessThanOrEqual(7)
    const [top = 0, bottom = 0] = input.subarray(CELL_SIDE * CELL_SIDE)
    expect(top / 255).toBeGreaterThan(0.65)
    expect(bottom).toBeGreaterThan(top)
  })

  it('tells an underscore from a dash by its place alone', () => {
    const place = (top: number): number => cellInput(drawn(bar(9.6, top, 3.4, 0.5)), CELL)[CELL_SIDE * CELL_SIDE] ?? 0
    expect(place(10.8) - place(7.8)).toBeGreaterThan(40)
  })

  it('sees the same on dim paper, with a pale pen and at another resolution', () => {
    const seven: Shape = (x, y) => bar(9.6, 5.6, 3.6, 0.6)(x, y) || bar(12.6, 5.6, 0.6, 5)(x, y)
    const bright = cellInput(drawn(seven), CELL)
    for (const other of [{ paper: 120, pen: 20, frameShade: 95 }, { pen: 175, frameShade: 228 }, { pxPerMm: 6.3 }]) {
      const input = cellInput(drawn(seven, other), CELL)
      const difference = input.reduce((sum, value, at) => sum + Math.abs(value - (bright[at] ?? 0)), 0)
      expect(difference / inkOf(bright).mass).toBeLessThan(0.2)
    }
  })

  it('reads a cell that hangs over the edge of the page', () => {
    const edge = { ...CELL, xMm: -2, yMm: -3 }
    expect(cellInput(drawn(one), edge)).toHaveLength(CELL_INPUT_BYTES)
  })
})
