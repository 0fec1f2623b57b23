import { describe, expect, test } from 'vitest'
import { startLoop } from './loop.ts'

const noAlarm = () => () => undefined
/** Enough turns of the event loop for whatever was about to happen. */
const aMoment = () => new Promise((later) => setImmediate(later))

describe('the loop of the sender', () => {
  test('takes no turn before it may begin, and begins then by itself', async () => {
    const mayBegin = Promise.withResolvers<void>()
    let turns = 0
    const turn = () => {
      turns += 1
      return Promise.resolve(Infinity)
    }
    const loop = startLoop(turn, noAlarm, mayBegin.promise)
    loop.wake()
    await aMoment()
    expect(turns).toBe(0)
    mayBegin.resolve()
    await aMoment()
    expect(turns).toBe(1)
    await loop.stop()
  })

  test('stops although it never began', async () => {
    let turns = 0
    const turn = () => {
      turns += 1
      return Promise.resolve(Infinity)
    }
    const loop = startLoop(turn, noAlarm, new Promise(() => undefined))
    await loop.stop()
    expect(turns).toBe(0)
  })
})
