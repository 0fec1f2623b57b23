// npm run package: installers for this system, with the official Electron only.
import { join } from 'node:path'
import { prepareNode, say } from './bootstrap.mjs'
import { installOfficialRuntime, pinnedElectronVersion } from './bootstrap/electron-runtime.mjs'
import { projectEnv, projectNode, rootDir } from './bootstrap/paths.mjs'
import { runInTerminal } from './bootstrap/run-command.mjs'
import { build } from './steps/build.mjs'

await prepareNode()
const runtime = await installOfficialRuntime(say)
if (runtime === undefined) {
  console.error(
    `Installers are made with the official Electron ${pinnedElectronVersion()} only, and it cannot be downloaded here. ` +
      'Allow https://github.com through the firewall, or set ELECTRON_MIRROR to a mirror that can be reached.',
  )
  process.exit(1)
}
const { code, output } = await build(runtime)
if (code !== 0) {
  console.error(output)
  process.exit(code)
}
const builder = join(rootDir, 'node_modules', 'electron-builder', 'cli.js')
const settings = ['--config', 'electron-builder.yml', `-c.electronDist=${runtime.distDir}`, '--publish', 'never']
process.exit(await runInTerminal(projectNode, [builder, ...settings], { cwd: rootDir, env: projectEnv() }))
