import { describe, expect, test } from 'vitest'
import { withAlarms } from '../../tests/queue/alarm-clock.ts'
import { testClock } from '../../tests/support/seeded.ts'
import { paceTelling } from './paced-telling.ts'

function withTelling() {
  const clock = withAlarms(testClock())
  let said = 0
  const telling = paceTelling({ clock, setAlarm: clock.setAlarm }, () => {
    said += 1
  })
  return { telling, pass: clock.advance, said: () => said }
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
