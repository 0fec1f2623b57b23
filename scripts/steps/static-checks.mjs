import { join } from 'node:path'
import { projectEnv, rootDir } from '../bootstrap/paths.mjs'
import { runQuietly } from '../bootstrap/run-command.mjs'

/** What is checked without running the program; each counts as one. */
const CHECKS = [
  { name: 'formatting', command: ['oxfmt', '--check'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings', 'electron', 'renderer', 'shared', 'tests'] },
  { name: 'types and layers', command: ['tsc', '-b'] },
  { name: 'unused code', command: ['knip'] },
]

/** Runs every static check, one after the other. Answers `{name, code, output}` for each. */
export async function runStaticChecks(onResult) {
  const results = []
  for (const { name, command } of CHECKS) {
    const [tool, ...args] = command
    const bin = join(rootDir, 'node_modules', '.bin', tool)
    const outcome = await runQuietly(bin, args, {
      cwd: rootDir,
      env: projectEnv(),
      shell: process.platform === 'win32',
    })
    results.push({ name, ...outcome })
    onResult(results.at(-1))
  }
  return results
}
