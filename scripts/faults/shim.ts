import { execFile, spawnSync } from 'node:child_process'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Why nothing can be put between a process and its disk here; null where it can. */
export function whyNoShim(): string | null {
  if (process.platform !== 'linux') return 'what stands between a process and its disk is for Linux'
  return spawnSync('cc', ['--version']).status === 0 ? null : 'it needs a C compiler (cc)'
}

/** Compiles a shim for LD_PRELOAD into a folder and gives its path. */
export async function buildShim(source: string, dir: string): Promise<string> {
  const shim = join(dir, basename(source).replace(/\.c$/, '.so'))
  await run('cc', ['-shared', '-fPIC', '-O2', '-o', shim, source, '-ldl', '-lpthread'])
  return shim
}
