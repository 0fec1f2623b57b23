import { describe, expect, test } from 'vitest'
import type { Instant } from '../../shared/time.ts'
import { paceTelling } from './paced-telling.ts'

function withTelling() {
  let nowMs: Instant = 1_000_000
  let alarm: { readonly atMs: Instant; readonly ring: () => void } | null = null
  let said = 0
  const telling = paceTelling(
    {
      clock: { now: () => nowMs },
      setAlarm: (atMs, ring) => {
        const mine = { atMs, ring }
        alarm = mine
        return () => {
          if (alarm === mine) alarm = null
        }
      },
    },
    () => {
      said += 1
    },
  )
  const pass = (ms: number) => {
    nowMs += ms
    if (alarm === null || alarm.atMs > nowMs) return
    const { ring } = alarm
    alarm = null
    ring()
  }
  return { telling, pass, said: () => said }
}

describe('telling at most once a second', () => {
  test('the first is told at once, and the last of many is told too', () => {
    const { telling, pass, said } = withTelling()
    telling.tell()
    expect(said()).toBe(1)
    telling.tell()
    telling.tell()
    expect(said()).toBe(1)
    pass(1_000)
    expect(said()).toBe(2)
    pass(5_000)
    expect(said()).toBe(2)
  })

  test('nothing is told after the end', () => {
    const { telling, pass, said } = withTelling()
    telling.tell()
    telling.tell()
    telling.end()
    pass(1_000)
    expect(said()).toBe(1)
  })

  test('a clock that is turned back an hour does not silence it', () => {
    const { telling, pass, said } = withTelling()
    telling.tell()
    pass(-3_600_000)
    telling.tell()
    expect(said()).toBe(2)
  })
})
