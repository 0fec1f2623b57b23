// npm run dev: opens Optdesk and, whenever a source is saved, builds it anew and opens it again.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { prepareElectron, prepareNode, say } from './bootstrap.mjs'
import { runtimeEnv } from './bootstrap/electron-runtime.mjs'
import { rootDir } from './bootstrap/paths.mjs'
import { build } from './steps/build.mjs'

const SETTLE_MS = 200

await prepareNode()
const runtime = await prepareElectron()
let app
let settling

for (const folder of ['electron', 'renderer', 'shared']) {
  watch(join(rootDir, folder), { recursive: true }, () => {
    clearTimeout(settling)
    settling = setTimeout(openAnew, SETTLE_MS)
  })
}
await openAnew()

async function openAnew() {
  const { code, output } = await build(runtime)
  if (code !== 0) return say(output)
  await close()
  say('Opening Optdesk.')
  app = spawn(runtime.executable, [rootDir], { stdio: 'inherit', env: runtimeEnv(runtime) })
  // Closed by the person and not by us: then the work is over.
  app.once('exit', () => app?.killed || process.exit())
}

async function close() {
  if (app === undefined || app.exitCode !== null) return
  const gone = once(app, 'exit')
  app.kill()
  await gone
}
