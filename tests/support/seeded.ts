import { createHash } from 'node:crypto'
import { type NewId, newUlid } from '../../shared/ids.ts'
import type { Clock, Instant } from '../../shared/time.ts'

/** A clock that stands still until a test moves it. It begins on Tuesday 24 November 2026 at 9:00 in Seattle. */
export interface TestClock extends Clock {
  advance(ms: number): void
  set(at: Instant): void
}

/** Makes a clock that stands still. */
export function testClock(start: Instant = Date.UTC(2026, 10, 24, 17, 0)): TestClock {
  let now = start
  return {
    now: () => now,
    advance: (ms) => {
      now += ms
    },
    set: (at) => {
      now = at
    },
  }
}

/** Makes a source of bytes that look random and are the same for the same seed. */
export function seededRandom(seed: string): (size: number) => Uint8Array {
  let round = 0
  return (size) => {
    const blocks: Buffer[] = []
    for (let length = 0; length < size; length += 32) {
      blocks.push(createHash('sha256').update(`${seed}:${round++}`).digest())
    }
    return new Uint8Array(Buffer.concat(blocks).subarray(0, size))
  }
}

/** Makes ids that are the same for the same seed and clock. */
export function seededNewId(seed: string, clock: Clock): NewId {
  const random = seededRandom(seed)
  return () => newUlid(clock.now(), random)
}
