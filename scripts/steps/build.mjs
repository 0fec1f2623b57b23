import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { projectEnv, projectNode, rootDir } from '../bootstrap/paths.mjs'
import { runQuietly } from '../bootstrap/run-command.mjs'
import { compileCore } from './compile-core.mjs'

const SOURCES = ['electron', 'renderer', 'shared', 'vite.config.ts', 'package.json', 'package-lock.json']
const STAMP = join(rootDir, 'dist', '.built')

/** Builds window, main, preload and workshop into `dist`, for this Electron. Answers `{code, output}`. */
export async function build(runtime) {
  const startedAt = new Date()
  // Vite empties only the window's folder; chunks of an older main would stay and be packed.
  await rm(join(rootDir, 'dist', 'main'), { recursive: true, force: true })
  const vite = join(rootDir, 'node_modules', 'vite', 'bin', 'vite.js')
  const outcome = await runQuietly(projectNode, [vite, 'build', '--logLevel', 'warn'], {
    cwd: rootDir,
    env: projectEnv(),
  })
  if (outcome.code !== 0) return outcome
  const compiled = await compileCore(runtime)
  if (compiled.code === 0) await stampBuild(startedAt)
  return compiled
}

/** Builds when a source is newer than the last build. Answers the failed build's output, or undefined. */
export async function buildIfStale(runtime, say) {
  if (existsSync(STAMP) && newestChange(SOURCES) <= statSync(STAMP).mtimeMs) return undefined
  say('Building Optdesk.')
  const { code, output } = await build(runtime)
  return code === 0 ? undefined : output
}

/** The stamp bears the time the build began: a file saved while it ran counts as newer. */
async function stampBuild(startedAt) {
  await mkdir(join(rootDir, 'dist'), { recursive: true })
  writeFileSync(STAMP, '')
  utimesSync(STAMP, startedAt, startedAt)
}

function newestChange(names) {
  return Math.max(...names.map((name) => newestIn(join(rootDir, name))))
}

function newestIn(path) {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}
