/** A point in pixels. */
export type Point = readonly [x: number, y: number]

/** Maps a point of one plane to another. */
export type Projection = (x: number, y: number) => Point

/**
 * The projection that takes the four corners (in order around the shape) onto the corners of the unit square
 * (0,0), (1,0), (1,1), (0,1). Source: P. Heckbert, Fundamentals of Texture Mapping, 1989, section 2.2.3.
 */
export function ontoUnitSquare(corners: readonly [Point, Point, Point, Point]): Projection {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = corners
  const [dx1, dy1, dx2, dy2] = [x1 - x2, y1 - y2, x3 - x2, y3 - y2]
  const [sumX, sumY] = [x0 - x1 + x2 - x3, y0 - y1 + y2 - y3]
  const area = dx1 * dy2 - dx2 * dy1
  const g = (sumX * dy2 - dx2 * sumY) / area
  const h = (dx1 * sumY - sumX * dy1) / area
  const [a, b, c] = [x1 - x0 + g * x1, x3 - x0 + h * x3, x0]
  const [d, e, f] = [y1 - y0 + g * y1, y3 - y0 + h * y3, y0]
  // The adjugate of [[a b c] [d e f] [g h 1]]: its scale does not matter, for the result is divided by its third row.
  const rowU = [e - f * h, c * h - b, b * f - c * e] as const
  const rowV = [f * g - d, a - c * g, c * d - a * f] as const
  const rowW = [d * h - e * g, b * g - a * h, a * e - b * d] as const
  const dot = (row: readonly [number, number, number], x: number, y: number): number => row[0] * x + row[1] * y + row[2]
  return (x, y) => {
    const w = dot(rowW, x, y)
    return [dot(rowU, x, y) / w, dot(rowV, x, y) / w]
  }
}
