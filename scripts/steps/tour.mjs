import { join } from 'node:path'
import { runtimeEnv } from '../bootstrap/electron-runtime.mjs'
import { projectNode, rootDir } from '../bootstrap/paths.mjs'
import { runWithDisplay } from './display.mjs'

/** Drives the main job in the real app and leaves its pictures in `out/tour/`. Answers the exit code. */
export function takeTour(runtime, args = []) {
  const tour = join(rootDir, 'tests', 'tour', 'tour.ts')
  return runWithDisplay(projectNode, [tour, ...args], { cwd: rootDir, env: runtimeEnv(runtime) })
}
