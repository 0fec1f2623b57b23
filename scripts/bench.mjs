// npm run bench -- [--json FILE] [--only NAME]: the figures of our goals, each beside its baseline of the same run.
import { join } from 'node:path'
import { prepareElectron, prepareNode, say } from './bootstrap.mjs'
import { runtimeEnv } from './bootstrap/electron-runtime.mjs'
import { projectNode, rootDir } from './bootstrap/paths.mjs'
import { buildIfStale } from './steps/build.mjs'
import { runWithDisplay } from './steps/display.mjs'

await prepareNode()
const runtime = await prepareElectron()
const failedBuild = await buildIfStale(runtime, say)
if (failedBuild !== undefined) {
  console.error(failedBuild)
  process.exit(1)
}
const bench = join(rootDir, 'scripts', 'bench', 'run-bench.ts')
process.exit(
  await runWithDisplay(projectNode, [bench, ...process.argv.slice(2)], { cwd: rootDir, env: runtimeEnv(runtime) }),
)
