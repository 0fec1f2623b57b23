// npm start: sets everything up, builds, and opens Optdesk; without a display, takes the tour on a virtual one.
import { prepareElectron, prepareNode, say } from './bootstrap.mjs'
import { runtimeEnv } from './bootstrap/electron-runtime.mjs'
import { rootDir } from './bootstrap/paths.mjs'
import { runInTerminal } from './bootstrap/run-command.mjs'
import { hasDisplay } from './bootstrap/system-libraries.mjs'
import { buildIfStale } from './steps/build.mjs'
import { takeTour } from './steps/tour.mjs'

await prepareNode()
const runtime = await prepareElectron()
const failedBuild = await buildIfStale(runtime, say)
if (failedBuild !== undefined) {
  console.error(failedBuild)
  process.exit(1)
}
if (!hasDisplay()) {
  say('There is no display here. Taking the tour of Optdesk on a virtual one instead.')
  process.exit(await takeTour(runtime))
}
if (process.getuid?.() === 0)
  say('Electron opens no window for root. If none appears, start Optdesk as an ordinary user.')
say('Opening Optdesk.')
process.exit(await runInTerminal(runtime.executable, [rootDir], { env: runtimeEnv(runtime) }))
