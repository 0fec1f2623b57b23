import { availableParallelism } from 'node:os'
import { runWorker, type WorkerOutcome } from './run-worker.ts'

interface SeedsOptions {
  readonly first: number
  readonly count: number
  readonly progress: (line: string) => void
}

interface SeedsOutcome extends WorkerOutcome {
  /** The same of each whole ten thousand. */
  readonly tenThousands: readonly Readonly<Record<string, number>>[]
}

/** A process that lives through a few hundred runs stays small. */
const SEEDS_PER_PROCESS = 250
const TEN_THOUSAND = 10_000

/** Runs `count` seeds from `first` on in processes side by side. Throws when a process does not answer. */
export async function runSeeds({ first, count, progress }: SeedsOptions): Promise<SeedsOutcome> {
  let next = first
  let done = 0
  const failed: WorkerOutcome['failed'][number][] = []
  const sometimes: Record<string, number> = {}
  const tenThousands = Array.from({ length: Math.floor(count / TEN_THOUSAND) }, (): Record<string, number> => ({}))
  async function work(): Promise<void> {
    while (next < first + count) {
      const from = next
      const some = Math.min(SEEDS_PER_PROCESS, first + count - from)
      next += some
      const one = await runWorker({ first: from, count: some })
      done += one.done
      failed.push(...one.failed)
      addUp(sometimes, one.sometimes)
      const whole = tenThousands[Math.floor((from - first) / TEN_THOUSAND)]
      if (whole) addUp(whole, one.sometimes)
      if (Math.floor(done / 5_000) > Math.floor((done - one.done) / 5_000))
        progress(`${done} seeds, ${failed.length} broken promises`)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return { done, failed, sometimes, tenThousands }
}

function addUp(sum: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [seen, times] of Object.entries(more)) sum[seen] = (sum[seen] ?? 0) + times
}
