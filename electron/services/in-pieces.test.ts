import { expect, test } from 'vitest'
import { askInBatches, inTransactions, mapInPieces } from './in-pieces.ts'

const numbers = Array.from({ length: 1000 }, (_, place) => place)

/** Keeps the process busy for a while, as heavy work would. */
function work(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}

test('the results of pieces stand in the order of the items', async () => {
  expect(await mapInPieces(numbers, (number) => number * 2)).toEqual(numbers.map((number) => number * 2))
  expect(await askInBatches(numbers, async (some) => some.map(String))).toEqual(numbers.map(String))
})

test('others have their turn while a long work is done', async () => {
  let turns = 0
  const count = (): void => void ((turns += 1), turns < 1000 && setImmediate(count))
  setImmediate(count)
  await mapInPieces(numbers.slice(0, 50), () => work(1))
  expect(turns).toBeGreaterThan(5)
})

test('a batch that took too long is followed by a smaller one', async () => {
  const sizes: number[] = []
  await askInBatches(numbers, async (some) => {
    sizes.push(some.length)
    if (sizes.length === 2) work(60)
    return some
  })
  const [, second = 0, third = 0] = sizes
  expect(third).toBeLessThan(second / 2)
})

test('a stopped work ends after the transaction that is under way, which is whole', async () => {
  const controller = new AbortController()
  let taken = 0
  let committed = 0
  const step = async (_: null, count: number): Promise<number> => {
    taken += count
    if (taken > 100) controller.abort()
    work(2)
    return count
  }
  const onCommit = async (): Promise<void> => void (committed = taken)
  await inTransactions<null>((use) => use(null), step, { signal: controller.signal, committed: onCommit })
  expect(taken).toBeGreaterThan(100)
  expect(committed).toBe(taken)
})

test('nothing to do ends at once', async () => {
  let steps = 0
  await inTransactions<null>(
    (use) => use(null),
    async () => {
      steps += 1
      return 0
    },
  )
  expect(steps).toBe(1)
})
