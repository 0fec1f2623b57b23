import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runtimeEnv } from '../bootstrap/electron-runtime.mjs'
import { rootDir } from '../bootstrap/paths.mjs'
import { runQuietlyWithDisplay } from './display.mjs'

const PROGRAM = join(rootDir, 'scripts', 'build', 'compile-core')

/** Lets this Electron open the built core once and keep it compiled, so that a start need not. Answers `{code, output}`. */
export async function compileCore(runtime) {
  const profile = await mkdtemp(join(tmpdir(), 'optdesk-build-'))
  const switches = [`--user-data-dir=${profile}`, `--main-dir=${join(rootDir, 'dist', 'main')}`]
  // Chromium's sandbox does not start for root; there is no page here that it could hold.
  if (process.getuid?.() === 0) switches.push('--no-sandbox')
  try {
    return await runQuietlyWithDisplay(runtime.executable, [PROGRAM, ...switches], { env: runtimeEnv(runtime) })
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
}
