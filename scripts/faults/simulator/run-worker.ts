import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** What one process of the simulator saw. */
export interface WorkerOutcome {
  readonly done: number
  readonly failed: readonly { readonly seed: number; readonly rule: string; readonly what: string }[]
  /** How many runs saw each of the things that must happen now and then. */
  readonly sometimes: Readonly<Record<string, number>>
}

/** What one process is to do. */
export interface WorkerOrder {
  readonly first: number
  readonly count: number
  /** A bug that is planted into the program first; the process then ends at the first seed that breaks `breaks`. */
  readonly bug?: { readonly name: string; readonly breaks: string }
}

const WORKER = join(import.meta.dirname, 'worker.ts')

/** Runs some seeds in a process of their own. Rejects when it does not answer. */
export async function runWorker({ first, count, bug }: WorkerOrder): Promise<WorkerOutcome> {
  const args = [WORKER, '--first', String(first), '--count', String(count)]
  if (bug !== undefined) args.push('--bug', bug.name, '--until', bug.breaks)
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 })
  return JSON.parse(stdout) as WorkerOutcome
}
