/** A point of a picture in pixels, or of a page in millimetres. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A flat page seen from anywhere: nine numbers, row by row, that take a point of one plane to the other. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number]

/** Where a homography takes a point. */
export function mapPoint(h: Homography, { x, y }: Point): Point {
  const w = h[6] * x + h[7] * y + h[8]
  return { x: (h[0] * x + h[1] * y + h[2]) / w, y: (h[3] * x + h[4] * y + h[5]) / w }
}

/**
 * The homography that takes each `from` nearest to its `to`, by least squares over all pairs; undefined for fewer than
 * four pairs or when they lie on one line. Points are first moved and scaled round zero, or the sums lose their digits
 * (Hartley, "In defense of the eight-point algorithm", 1997).
 */
export function fitHomography(from: readonly Point[], to: readonly Point[]): Homography | undefined {
  if (from.length < 4 || from.length !== to.length) return undefined
  const [a, b] = [roundZero(from), roundZero(to)]
  const rows = Array.from({ length: 8 }, () => new Float64Array(9))
  from.forEach((point, place) => {
    const p = a.apply(point)
    const q = b.apply(to[place] ?? point)
    addRow(rows, [p.x, p.y, 1, 0, 0, 0, -q.x * p.x, -q.x * p.y], q.x)
    addRow(rows, [0, 0, 0, p.x, p.y, 1, -q.y * p.x, -q.y * p.y], q.y)
  })
  const solved = solve(rows)
  if (solved === undefined) return undefined
  const [h0, h1, h2, h3, h4, h5, h6, h7] = solved
  const inner = [h0, h1, h2, h3, h4, h5, h6, h7, 1].map((value) => value ?? 0)
  return asHomography(multiply(multiply(b.back, inner), a.matrix))
}

interface RoundZero {
  readonly matrix: readonly number[]
  readonly back: readonly number[]
  readonly apply: (point: Point) => Point
}

function roundZero(points: readonly Point[]): RoundZero {
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length
  const spread = points.reduce((sum, point) => sum + Math.hypot(point.x - x, point.y - y), 0) / points.length || 1
  const s = Math.SQRT2 / spread
  return {
    matrix: [s, 0, -s * x, 0, s, -s * y, 0, 0, 1],
    back: [1 / s, 0, x, 0, 1 / s, y, 0, 0, 1],
    apply: (point) => ({ x: s * (point.x - x), y: s * (point.y - y) }),
  }
}

/** Adds one equation to the eight sums of least squares; the ninth column is the right side. */
function addRow(rows: readonly Float64Array[], factors: readonly number[], right: number): void {
  rows.forEach((row, place) => {
    const factor = factors[place] ?? 0
    factors.forEach((other, column) => (row[column] = (row[column] ?? 0) + factor * other))
    row[8] = (row[8] ?? 0) + factor * right
  })
}

/** Gauss with the largest pivot; undefined when the equations do not decide. */
function solve(rows: readonly Float64Array[]): readonly number[] | undefined {
  const order = [...rows]
  for (let column = 0; column < 8; column += 1) {
    const pivot = order.slice(column).reduce((best, row) => (size(row, column) > size(best, column) ? row : best))
    if (size(pivot, column) < 1e-10) return undefined
    order.splice(order.indexOf(pivot), 1)
    order.splice(column, 0, pivot)
    for (const row of order) {
      if (row === pivot) continue
      const share = (row[column] ?? 0) / (pivot[column] ?? 1)
      for (let place = column; place < 9; place += 1) row[place] = (row[place] ?? 0) - share * (pivot[place] ?? 0)
    }
  }
  return order.map((row, column) => (row[8] ?? 0) / (row[column] ?? 1))
}

function size(row: Float64Array, column: number): number {
  return Math.abs(row[column] ?? 0)
}

function multiply(a: readonly number[], b: readonly number[]): readonly number[] {
  return Array.from({ length: 9 }, (_, place) => {
    const [row, column] = [Math.floor(place / 3), place % 3]
    return [0, 1, 2].reduce((sum, k) => sum + (a[row * 3 + k] ?? 0) * (b[k * 3 + column] ?? 0), 0)
  })
}

function asHomography(m: readonly number[]): Homography {
  const scale = m[8] || 1
  const at = (place: number): number => (m[place] ?? 0) / scale
  return [at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8)]
}
