import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { buildShim } from '../shim.ts'

const run = promisify(execFile)
const SHIM = fileURLToPath(new URL('fail.c', import.meta.url))
const DESK = fileURLToPath(new URL('failing-desk.ts', import.meta.url))

/** What a desk on a failing disk tells. */
export interface Told {
  /** Things that were tried, calls that failed meanwhile, and things that were refused. */
  readonly tries: number
  readonly failures: number
  readonly refused: number
  /** Promises that were broken, in words. */
  readonly broken: readonly string[]
  /** How often the deed without a transaction was seen to stay half done. */
  readonly planted: number
}

/** Lets each of the first `most` calls of each thing fail, with each error, once and for good. */
export async function runFailures(most: number): Promise<Told> {
  const dir = await realpath(await mkdtemp(join(tmpdir(), 'optdesk-failing-')))
  try {
    const data = join(dir, 'desks')
    const log = join(dir, 'failures')
    await mkdir(data)
    const env = { ...process.env, LD_PRELOAD: await buildShim(SHIM, dir), FAIL_DIR: data, FAIL_LOG: log }
    const args = [DESK, data, log, String(most)]
    const { stdout } = await run(process.execPath, args, { env: { ...env, UV_USE_IO_URING: '0' }, maxBuffer: 1 << 24 })
    return JSON.parse(stdout) as Told
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
