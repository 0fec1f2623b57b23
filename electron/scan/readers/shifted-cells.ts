import { CELL_SIDE } from '../vision/cell-input.ts'

const SHIFTS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const

/** The cell's picture moved by a pixel to each of its four sides; where its ink stands in the cell stays as it was told. */
export function shiftedCells(cell: Uint8Array): readonly Uint8Array[] {
  return SHIFTS.map(([right, down]) => {
    const moved = Uint8Array.from(cell)
    moved.fill(0, 0, CELL_SIDE * CELL_SIDE)
    for (let y = Math.max(0, -down); y < CELL_SIDE - Math.max(0, down); y += 1) {
      for (let x = Math.max(0, -right); x < CELL_SIDE - Math.max(0, right); x += 1) {
        moved[(y + down) * CELL_SIDE + x + right] = cell[y * CELL_SIDE + x] ?? 0
      }
    }
    return moved
  })
}
