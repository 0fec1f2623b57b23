import { execFile } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

interface SeedsOptions {
  readonly first: number
  readonly count: number
  /** A bug that is planted into the program first; the run then ends at the first seed that fails. */
  readonly bug?: string
  readonly progress: (line: string) => void
}

interface SeedsOutcome {
  readonly done: number
  readonly failed: readonly { readonly seed: number; readonly rule: string; readonly what: string }[]
  /** How many runs saw each of the things that must happen now and then. */
  readonly sometimes: Readonly<Record<string, number>>
}

const WORKER = join(import.meta.dirname, 'worker.ts')
/** A process that lives through a few hundred runs stays small. */
const SEEDS_PER_PROCESS = 250

/** Runs `count` seeds from `first` on in processes side by side. Throws when a process does not answer. */
export async function runSeeds({ first, count, bug, progress }: SeedsOptions): Promise<SeedsOutcome> {
  let next = first
  let done = 0
  const failed: SeedsOutcome['failed'][number][] = []
  const sometimes: Record<string, number> = {}
  async function work(): Promise<void> {
    while (next < first + count && !(bug !== undefined && failed.length > 0)) {
      const from = next
      const some = Math.min(SEEDS_PER_PROCESS, first + count - from)
      next += some
      const one = await runProcess(from, some, bug)
      done += one.done
      failed.push(...one.failed)
      for (const [seen, times] of Object.entries(one.sometimes)) sometimes[seen] = (sometimes[seen] ?? 0) + times
      if (Math.floor(done / 5_000) > Math.floor((done - one.done) / 5_000))
        progress(`${done} seeds, ${failed.length} broken promises`)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return { done, failed, sometimes }
}

async function runProcess(first: number, count: number, bug: string | undefined): Promise<SeedsOutcome> {
  const args = [WORKER, '--first', String(first), '--count', String(count)]
  if (bug !== undefined) args.push('--bug', bug, '--stop')
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 })
  return JSON.parse(stdout) as SeedsOutcome
}
