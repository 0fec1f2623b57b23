import { expect, it } from 'vitest'
import { CELL_INPUT_BYTES, CELL_SIDE } from '../vision/cell-input.ts'
import { shiftedCells } from './shifted-cells.ts'

it('moves the ink by a pixel to each side and keeps its place in the cell', () => {
  const cell = new Uint8Array(CELL_INPUT_BYTES)
  cell[10 * CELL_SIDE + 12] = 200
  cell[0] = 90
  cell[CELL_SIDE * CELL_SIDE + 1] = 77
  const places = shiftedCells(cell).map((moved) => ({
    ink: moved.subarray(0, CELL_SIDE * CELL_SIDE).indexOf(200),
    corner: moved.subarray(0, CELL_SIDE * CELL_SIDE).indexOf(90),
    told: moved[CELL_SIDE * CELL_SIDE + 1],
  }))
  expect(places).toEqual([
    { ink: 10 * CELL_SIDE + 13, corner: 1, told: 77 },
    { ink: 10 * CELL_SIDE + 11, corner: -1, told: 77 },
    { ink: 11 * CELL_SIDE + 12, corner: CELL_SIDE, told: 77 },
    { ink: 9 * CELL_SIDE + 12, corner: -1, told: 77 },
  ])
})
