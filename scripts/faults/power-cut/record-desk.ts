import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { buildShim } from '../shim.ts'
import { type Entry, readRecord } from './recorded-log.ts'

const run = promisify(execFile)
const SHIM = fileURLToPath(new URL('record.c', import.meta.url))
const DESK = fileURLToPath(new URL('recorded-desk.ts', import.meta.url))

/** A desk's work as the system saw it: the folder in which it worked, and all that it did to files there. */
export interface Recording {
  readonly root: string
  readonly entries: readonly Entry[]
  /** What lies there in the end, by relative path: the record must lead to just this. */
  readonly left: ReadonlyMap<string, Buffer>
}

/** Lets a desk work in a folder below `dir` and records it. `synchronous` is FULL but for the planted fault. */
export async function recordDesk(
  dir: string,
  options: { readonly synchronous: 'FULL' | 'NORMAL'; readonly actions: number; readonly seed: number },
): Promise<Recording> {
  const shim = await buildShim(SHIM, dir)
  const root = join(await realpath(dir), `desk-${options.synchronous}`)
  const log = `${root}.log`
  await mkdir(root)
  const args = [DESK, root, options.synchronous, String(options.actions), String(options.seed)]
  const env = { ...process.env, LD_PRELOAD: shim, POWER_CUT_DIR: root, POWER_CUT_LOG: log, UV_USE_IO_URING: '0' }
  await run(process.execPath, args, { env, maxBuffer: 1 << 24 })
  const entries = readRecord(await readFile(log))
  const left = await readFolder(root)
  await rm(root, { recursive: true })
  await rm(log)
  return { root, entries, left }
}

async function readFolder(root: string): Promise<ReadonlyMap<string, Buffer>> {
  const found = await readdir(root, { recursive: true, withFileTypes: true })
  const files = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const read = files.map(async (path) => [path.slice(root.length + 1), await readFile(path)] as const)
  return new Map(await Promise.all(read))
}
