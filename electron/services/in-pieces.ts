import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * How long one piece of a longer work may keep the main process, in milliseconds: a third of the 16 that nobody notices,
 * because a piece is only seen to be too long when it is over.
 */
const PIECE_MS = 5

/**
 * How long a transaction may hold the store while it is worked at in pieces. Each commit waits for the disk, so that one
 * for every piece would cost more than the work; whoever wants the store meanwhile waits this long.
 */
const TRANSACTION_MS = 20

const MOST_IN_A_BATCH = 400

/**
 * A step that asks the store several questions takes a while for one item as for many; on a busy computer, where every step
 * looks too long, fewer would only make the whole longer.
 */
const LEAST_IN_A_STEP = 128

/** How many items of such steps one transaction takes: few enough to be short, and enough that the disk is no burden. */
const MOST_IN_A_TRANSACTION = 1_000

/** Works on each item; whatever else waits for the main process gets its turn every {@link PIECE_MS}. */
export async function mapInPieces<T, R>(items: readonly T[], work: (item: T, place: number) => R): Promise<R[]> {
  const results: R[] = []
  let began = performance.now()
  for (const [place, item] of items.entries()) {
    results.push(work(item, place))
    if (performance.now() - began < PIECE_MS) continue
    await nextTurn()
    began = performance.now()
  }
  return results
}

/**
 * Works through the items in batches, one after the other. The store works in the main process, so that a batch is one
 * step; its size follows the time that the one before it took.
 */
export async function inBatches<T>(
  items: readonly T[],
  work: (batch: readonly T[]) => Promise<void>,
  { first = 8 }: { readonly first?: number } = {},
): Promise<void> {
  const sizer = createSizer(first)
  for (let done = 0; done < items.length;) {
    const batch = items.slice(done, done + sizer.size())
    await sizer.time(() => work(batch))
    done += batch.length
    await nextTurn()
  }
}

/** Asks about many keys in batches and lays the answers together. */
export async function askInBatches<K, R>(
  keys: readonly K[],
  ask: (batch: readonly K[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const answers: R[] = []
  await inBatches(keys, async (batch) => void answers.push(...(await ask(batch))), { first: 32 })
  return answers
}

/**
 * Works through something step by step: `step` is given how many items to take, and answers false when it took the last.
 * `signal` ends it between two steps.
 */
export async function inSteps(
  step: (count: number) => Promise<boolean>,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<void> {
  const sizer = createSizer(LEAST_IN_A_STEP, LEAST_IN_A_STEP)
  let goesOn = true
  while (goesOn && !signal?.aborted) {
    const count = sizer.size()
    goesOn = await sizer.time(() => step(count))
    await nextTurn()
  }
}

/** Opens a transaction for some of the work. */
type Transact<Trx> = (work: (trx: Trx) => Promise<void>) => Promise<void>

/**
 * Writes in transactions that are worked at in pieces: `step` is given how many items to take and answers how many it
 * took; fewer than it was asked for end the work. `signal` ends it after the transaction that is under way, and
 * `committed` is called after each.
 */
export async function inTransactions<Trx>(
  transact: Transact<Trx>,
  step: (trx: Trx, count: number) => Promise<number>,
  { signal, committed }: { readonly signal?: AbortSignal; readonly committed?: () => Promise<void> } = {},
): Promise<void> {
  const sizer = createSizer(1)
  let isOver = false
  while (!isOver && !signal?.aborted) {
    await transact(async (trx) => {
      const began = performance.now()
      while (!isOver && performance.now() - began < TRANSACTION_MS) {
        const count = sizer.size()
        isOver = (await sizer.time(() => step(trx, count))) < count
        // After the last piece too: the commit, which waits for the disk, is a step of its own.
        await nextTurn()
      }
    })
    await nextTurn()
    await committed?.()
    await nextTurn()
  }
}

/** One of many transactions: it begins, takes some items at a time, and ends with what it has come to. */
interface BigTransaction<Trx> {
  /** Whether there is anything to do, seen from within the transaction. */
  readonly begin: (trx: Trx) => Promise<boolean>
  /** Takes so many items; answers false when it took the last. */
  readonly step: (trx: Trx, count: number) => Promise<boolean>
  readonly end: (trx: Trx) => Promise<void>
}

/**
 * As {@link inTransactions}, for steps that ask the store several questions each: a transaction takes so many items, however
 * long the computer needs for them.
 */
export async function inBigTransactions<Trx>(
  transact: Transact<Trx>,
  { begin, step, end }: BigTransaction<Trx>,
  { signal, committed }: { readonly signal?: AbortSignal; readonly committed?: () => Promise<void> } = {},
): Promise<void> {
  const sizer = createSizer(LEAST_IN_A_STEP, LEAST_IN_A_STEP)
  let goesOn = true
  while (goesOn && !signal?.aborted) {
    await transact(async (trx) => {
      goesOn = await begin(trx)
      if (!goesOn) return
      for (let taken = 0; goesOn && taken < MOST_IN_A_TRANSACTION;) {
        const count = sizer.size()
        goesOn = await sizer.time(() => step(trx, count))
        taken += count
        await nextTurn()
      }
      await end(trx)
    })
    await nextTurn()
    await committed?.()
    await nextTurn()
  }
}

/** Finds the size, `least` or more, at which a batch takes about {@link PIECE_MS}. */
function createSizer(first: number, least = 1) {
  let size = first
  return {
    size: () => size,
    time: async <R>(work: () => Promise<R>): Promise<R> => {
      const began = performance.now()
      const result = await work()
      size = Math.max(least, nextSize(size, performance.now() - began))
      return result
    },
  }
}

/** Grows carefully and shrinks at once: a step that was too long was too long for a person who types. */
function nextSize(size: number, tookMs: number): number {
  if (tookMs > PIECE_MS) return Math.max(1, Math.floor((size * PIECE_MS) / tookMs / 1.25))
  return tookMs < PIECE_MS / 2 ? Math.min(MOST_IN_A_BATCH, Math.ceil(size * 1.5)) : size
}
