import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitHomography, mapPoint } from './homography.ts'
import type { Homography, Point } from './homography.ts'

const marks: readonly Point[] = [8, 196].flatMap((x) =>
  [8, 260].flatMap((y) => [0, 12].flatMap((dx) => [0, 12].map((dy) => ({ x: x + dx, y: y + dy })))),
)

/** A sheet seen from somewhere: turned, enlarged, moved and a little tilted. */
const views = fc
  .record({
    turn: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
    scale: fc.double({ min: 2, max: 14, noNaN: true }),
    moveX: fc.double({ min: -500, max: 3000, noNaN: true }),
    moveY: fc.double({ min: -500, max: 3000, noNaN: true }),
    tiltX: fc.double({ min: -0.0008, max: 0.0008, noNaN: true }),
    tiltY: fc.double({ min: -0.0008, max: 0.0008, noNaN: true }),
  })
  .map(({ turn, scale, moveX, moveY, tiltX, tiltY }): Homography => {
    const [cos, sin] = [scale * Math.cos(turn), scale * Math.sin(turn)]
    return [cos, -sin, moveX, sin, cos, moveY, tiltX, tiltY, 1]
  })

describe('fitHomography', () => {
  it('finds the way back from what a camera did to four marks, to any place on the sheet', () => {
    fc.assert(
      fc.property(views, fc.double({ min: 0, max: 216, noNaN: true }), (view, xMm) => {
        const fitted = fitHomography(
          marks,
          marks.map((mark) => mapPoint(view, mark)),
        )
        const [seen, truth] = [mapPoint(fitted ?? view, { x: xMm, y: 140 }), mapPoint(view, { x: xMm, y: 140 })]
        expect(fitted).toBeDefined()
        expect(Math.hypot(seen.x - truth.x, seen.y - truth.y)).toBeLessThan(0.01)
      }),
    )
  })

  it('needs four points that do not lie on one line', () => {
    const line = [0, 1, 2, 3, 4].map((at) => ({ x: at, y: at * 2 }))
    expect(fitHomography(line, line)).toBeUndefined()
    expect(fitHomography(marks.slice(0, 3), marks.slice(0, 3))).toBeUndefined()
  })
})
