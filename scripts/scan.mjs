// npm run scan -- --json PATH...: reads pictures and PDFs of filled sheets, or folders of them, with Optdesk's own reader;
// one line a sheet.
import { join } from 'node:path'
import { prepareNode } from './bootstrap.mjs'
import { projectEnv, projectNode, rootDir } from './bootstrap/paths.mjs'
import { runInTerminal } from './bootstrap/run-command.mjs'

await prepareNode()
const scan = join(rootDir, 'scripts', 'scan', 'scan-files.ts')
process.exit(await runInTerminal(projectNode, [scan, ...process.argv.slice(2)], { env: projectEnv() }))
