import type { RectifiedPage } from '../../../shared/domain/form-reading.ts'

/** Paper is judged in squares of this many pixels: larger than a stroke of any pen, smaller than a shadow's edge. */
const SQUARE_PX = 32
/** The paper is as bright as this share of a square's pixels: nearly all of it is paper, and a few are noise. */
const PAPER_SHARE = 0.85
const DARKEST_PAPER = 24

/** The page as if lit from everywhere at once: paper is 255 wherever it lies, in the light or in a shadow. */
export function evenlyLit(page: RectifiedPage): RectifiedPage {
  const { widthPx, heightPx } = page
  const columns = Math.ceil(widthPx / SQUARE_PX)
  const rows = Math.ceil(heightPx / SQUARE_PX)
  const paper = smoothed(paperOf(page, columns, rows), columns, rows)
  const pixels = new Uint8Array(page.pixels.length)
  for (let y = 0; y < heightPx; y += 1) {
    const [row, shareY] = between(y, rows)
    for (let x = 0; x < widthPx; x += 1) {
      const [column, shareX] = between(x, columns)
      const at = row * columns + column
      const right = column < columns - 1 ? 1 : 0
      const below = row < rows - 1 ? columns : 0
      const upper = (paper[at] ?? 255) * (1 - shareX) + (paper[at + right] ?? 255) * shareX
      const lower = (paper[at + below] ?? 255) * (1 - shareX) + (paper[at + below + right] ?? 255) * shareX
      const bright = upper * (1 - shareY) + lower * shareY
      pixels[y * widthPx + x] = Math.min(255, ((page.pixels[y * widthPx + x] ?? 0) * 255) / bright)
    }
  }
  return { ...page, pixels }
}

/** The square before a pixel's middle, and how far the pixel is on the way to the next. */
function between(pixel: number, count: number): readonly [number, number] {
  const place = Math.max(0, (pixel + 0.5) / SQUARE_PX - 0.5)
  const square = Math.min(count - 1, Math.floor(place))
  return [square, Math.min(1, place - square)]
}

function paperOf({ widthPx, heightPx, pixels }: RectifiedPage, columns: number, rows: number): Float32Array {
  const paper = new Float32Array(columns * rows)
  const counts = new Uint32Array(256)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      counts.fill(0)
      let total = 0
      for (let y = row * SQUARE_PX; y < Math.min(heightPx, (row + 1) * SQUARE_PX); y += 1) {
        for (let x = column * SQUARE_PX; x < Math.min(widthPx, (column + 1) * SQUARE_PX); x += 1) {
          const value = pixels[y * widthPx + x] ?? 0
          counts[value] = (counts[value] ?? 0) + 1
          total += 1
        }
      }
      let seen = 0
      let value = 0
      while (value < 255 && (seen += counts[value] ?? 0) < total * PAPER_SHARE) value += 1
      paper[row * columns + column] = Math.max(DARKEST_PAPER, value)
    }
  }
  return paper
}

/** A square full of black (a mark, a code) borrows its paper from the brightest neighbour; then all are made even. */
function smoothed(paper: Float32Array, columns: number, rows: number): Float32Array {
  const lifted = eachWithNeighbours(paper, columns, rows, (values, own) => {
    const bright = values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.7)] ?? own
    return own < bright * 0.75 ? bright : own
  })
  return eachWithNeighbours(
    lifted,
    columns,
    rows,
    (values) => values.reduce((sum, one) => sum + one, 0) / values.length,
  )
}

function eachWithNeighbours(
  values: Float32Array,
  columns: number,
  rows: number,
  of: (around: readonly number[], own: number) => number,
): Float32Array {
  return values.map((own, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)]
    const around: number[] = []
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
        around.push(values[y * columns + x] ?? own)
      }
    }
    return of(around, own)
  })
}
