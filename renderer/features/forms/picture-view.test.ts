import { describe, expect, it } from 'vitest'
import { fitWidth, move, turnRight, zoomAt, zoomMiddle } from './picture-view.ts'

const stage = { frame: { width: 600, height: 500 }, picture: { width: 1200, height: 1600 } }

describe('a picture in its frame', () => {
  it('fills the width and starts at the top', () => {
    expect(fitWidth(stage)).toEqual({ scale: 0.5, turn: 0, x: 0, y: 0 })
  })

  it('keeps what lies under the pointer where it is while it grows', () => {
    const before = fitWidth(stage)
    const after = zoomAt(stage, before, 2, { x: 300, y: 200 })
    const under = (view: typeof before) => ({ x: (300 - view.x) / view.scale, y: (200 - view.y) / view.scale })
    expect(under(after)).toEqual(under(before))
  })

  it('never leaves a gap at an edge', () => {
    expect(move(stage, fitWidth(stage), 50, 50)).toMatchObject({ x: 0, y: 0 })
    expect(move(stage, fitWidth(stage), -50, -5000)).toMatchObject({ x: 0, y: -300 })
  })

  it('is never smaller than the whole of it, and then lies in the middle', () => {
    const small = zoomMiddle(stage, fitWidth(stage), 0.01)
    expect(small.scale).toBeCloseTo(500 / 1600)
    expect(small.x).toBeCloseTo((600 - 1200 * small.scale) / 2)
  })

  it('turns by quarters and comes back', () => {
    const once = turnRight(stage, fitWidth(stage))
    expect(once).toMatchObject({ turn: 90, scale: 600 / 1600 })
    expect(turnRight(stage, turnRight(stage, turnRight(stage, once)))).toEqual(fitWidth(stage))
  })
})
