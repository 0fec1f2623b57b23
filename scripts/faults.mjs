// npm run faults -- [--json FILE] [--only NAME] [--seeds N] [--kills N] [--cuts N]: the promises, tried to break.
import { join } from 'node:path'
import { prepareNode } from './bootstrap.mjs'
import { projectEnv, projectNode, rootDir } from './bootstrap/paths.mjs'
import { runInTerminal } from './bootstrap/run-command.mjs'

await prepareNode()
const env = projectEnv()
delete env.OPTDESK_SQLITE_BINDING // That one is for the fallback Electron; plain Node.js runs the package's own.
const faults = join(rootDir, 'scripts', 'faults', 'run-faults.ts')
process.exit(await runInTerminal(projectNode, [faults, ...process.argv.slice(2)], { cwd: rootDir, env }))
