import type { Point } from './homography.ts'
import type { GreyPicture } from './picture.ts'

const MOST_STEPS = 12
const STILL_PX = 0.03

/**
 * Moves a corner found on a smaller picture to where the edges meet in the whole one. Every gradient near a corner stands
 * across the line from it to the corner, so the corner is the point that fits all gradients best (least squares).
 * A corner that wanders off is given back as it was.
 */
export function sharpCorner(picture: GreyPicture, start: Point, reachPx: number): Point {
  const reach = Math.max(2, Math.round(reachPx))
  let corner = start
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = bestFit(picture, corner, reach)
    if (next === undefined || Math.hypot(next.x - start.x, next.y - start.y) > reach * 1.5) return start
    const moved = Math.hypot(next.x - corner.x, next.y - corner.y)
    corner = next
    if (moved < STILL_PX) break
  }
  return corner
}

function bestFit({ widthPx, heightPx, pixels }: GreyPicture, at: Point, reach: number): Point | undefined {
  let [xx, xy, yy, bx, by] = [0, 0, 0, 0, 0]
  const [middleX, middleY] = [Math.floor(at.x), Math.floor(at.y)]
  for (let y = middleY - reach; y <= middleY + reach; y += 1) {
    if (y < 1 || y >= heightPx - 1) continue
    for (let x = middleX - reach; x <= middleX + reach; x += 1) {
      if (x < 1 || x >= widthPx - 1) continue
      const place = y * widthPx + x
      const gx = (pixels[place + 1] ?? 0) - (pixels[place - 1] ?? 0)
      const gy = (pixels[place + widthPx] ?? 0) - (pixels[place - widthPx] ?? 0)
      const [px, py] = [x + 0.5, y + 0.5]
      const near = Math.exp(-((px - at.x) ** 2 + (py - at.y) ** 2) / (reach * reach))
      xx += gx * gx * near
      xy += gx * gy * near
      yy += gy * gy * near
      bx += (gx * gx * px + gx * gy * py) * near
      by += (gx * gy * px + gy * gy * py) * near
    }
  }
  const determinant = xx * yy - xy * xy
  if (determinant < 1e-6 * (xx + yy) ** 2) return undefined // One straight edge, or nothing: no corner here.
  return { x: (yy * bx - xy * by) / determinant, y: (xx * by - xy * bx) / determinant }
}
