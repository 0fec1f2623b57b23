// npm run core -- --data DIR [--provider-url URL]: the core without a window, speaking JSON lines.
// Its standard output belongs to those lines, so the set-up speaks on standard error.
import { join } from 'node:path'
import { prepareNode, sayOnStderr } from './bootstrap.mjs'
import { projectEnv, projectNode, rootDir } from './bootstrap/paths.mjs'
import { runInTerminal } from './bootstrap/run-command.mjs'

await prepareNode(sayOnStderr)
const core = join(rootDir, 'electron', 'core-cli.ts')
const env = projectEnv()
delete env.OPTDESK_SQLITE_BINDING // That one is for the fallback Electron; plain Node.js runs the package's own.
process.exit(await runInTerminal(projectNode, [core, ...process.argv.slice(2)], { env }))
