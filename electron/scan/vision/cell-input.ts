import type { RectMm } from '../../../shared/domain/opt-in-form-layout.ts'
import type { RectifiedPage } from '../../../shared/domain/form-reading.ts'
import type { CellInk } from './cell-ink.ts'
import { cellInk } from './cell-ink.ts'

/** The picture of one character is this many pixels wide and high. */
export const CELL_SIDE = 28

/** A picture and four bytes that say where in the cell its ink stands: top, bottom, left, right. */
export const CELL_INPUT_BYTES = CELL_SIDE * CELL_SIDE + 4

/** The longer side of a character fills this much of the picture, as in MNIST. */
const INK_SIDE = 20
/** What is smaller than this stays small: a full stop grown to full size would be a zero. */
const SMALL_MM = 3
/** Places are told from a quarter of a cell before it to a quarter behind it. */
const PLACE_MARGIN = 0.25

/**
 * The ink of one cell as the model of characters wants it: 28 x 28 bytes, 0 paper, 255 ink, centred by its mass, the
 * printed frame and the neighbours' overhang removed; then where the ink stands in the cell, because only its place tells
 * a dash from an underscore. All zero for an empty cell. The model is trained on what this function makes of drawn cells,
 * so a change here means a new model.
 */
export function cellInput(page: RectifiedPage, cell: RectMm): Uint8Array {
  const input = new Uint8Array(CELL_INPUT_BYTES)
  const ink = cellInk(page, cell)
  const box = inkBox(ink)
  if (box === undefined) return input
  const picture = shrink(ink, box, page.pxPerMm)
  for (let at = 0; at < picture.length; at += 1) input[at] = Math.min(255, Math.round((picture[at] ?? 0) * 255))
  input.set(places(ink, box), CELL_SIDE * CELL_SIDE)
  return input
}

interface InkBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly centerX: number
  readonly centerY: number
}

/** How much of a pixel is ink: soft at the edges, so that a stroke keeps its shape when it is shrunk. */
function weight(ink: CellInk, x: number, y: number): number {
  const at = y * ink.widthPx + x
  const isNear =
    ink.isInk[at] === 1 ||
    (x > 0 && ink.isInk[at - 1] === 1) ||
    (x < ink.widthPx - 1 && ink.isInk[at + 1] === 1) ||
    ink.isInk[at - ink.widthPx] === 1 ||
    ink.isInk[at + ink.widthPx] === 1
  if (!isNear) return 0
  const floor = ink.threshold / 2
  return Math.min(1, Math.max(0, ((ink.darkness[at] ?? 0) - floor) / Math.max(0.05, ink.penLevel * 0.9 - floor)))
}

function inkBox(ink: CellInk): InkBox | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  let [mass, massX, massY] = [0, 0, 0]
  for (let y = 0; y < ink.heightPx; y += 1) {
    for (let x = 0; x < ink.widthPx; x += 1) {
      const part = weight(ink, x, y)
      mass += part
      massX += part * (x + 0.5)
      massY += part * (y + 0.5)
      if (ink.isInk[y * ink.widthPx + x] !== 1) continue
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y + 1)
    }
  }
  if (left === Infinity) return undefined
  return { left, top, right, bottom, centerX: massX / mass, centerY: massY / mass }
}

/** Spreads every source pixel over the picture's pixels that it covers, its mass in the middle. */
function shrink(ink: CellInk, box: InkBox, pxPerMm: number): Float32Array {
  const picture = new Float32Array(CELL_SIDE * CELL_SIDE)
  const scale = INK_SIDE / Math.max(box.right - box.left, box.bottom - box.top, SMALL_MM * pxPerMm)
  const [shiftX, shiftY] = [CELL_SIDE / 2 - box.centerX * scale, CELL_SIDE / 2 - box.centerY * scale]
  for (let y = Math.max(0, box.top - 1); y < Math.min(ink.heightPx, box.bottom + 1); y += 1) {
    const rows = covered(y * scale + shiftY, scale)
    for (let x = Math.max(0, box.left - 1); x < Math.min(ink.widthPx, box.right + 1); x += 1) {
      const part = weight(ink, x, y)
      if (part === 0) continue
      for (const [column, shareX] of covered(x * scale + shiftX, scale)) {
        for (const [row, shareY] of rows) {
          const at = row * CELL_SIDE + column
          picture[at] = (picture[at] ?? 0) + part * shareX * shareY
        }
      }
    }
  }
  return picture
}

/** The picture's rows or columns that the stretch from `start` covers, each with the length covered. */
function covered(start: number, length: number): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  for (let place = Math.floor(start); place < start + length; place += 1) {
    const share = Math.min(place + 1, start + length) - Math.max(place, start)
    if (share > 0 && place >= 0 && place < CELL_SIDE) found.push([place, share])
  }
  return found
}

function places({ cell }: CellInk, box: InkBox): readonly number[] {
  const place = (at: number, from: number, to: number): number => {
    const share = ((at - from) / (to - from) + PLACE_MARGIN) / (1 + 2 * PLACE_MARGIN)
    return Math.min(255, Math.max(0, Math.round(share * 255)))
  }
  return [
    place(box.top, cell.top, cell.bottom),
    place(box.bottom, cell.top, cell.bottom),
    place(box.left, cell.left, cell.right),
    place(box.right, cell.left, cell.right),
  ]
}
