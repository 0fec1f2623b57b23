// npm run form -- --out DIR [--paper letter|a4] [--language en|es] [--size regular|large] [--count N] [--alphabet]:
// the practice's printable opt-in sheet as PDF, and its layout in millimetres as JSON.
import { join } from 'node:path'
import { prepareNode } from './bootstrap.mjs'
import { projectEnv, projectNode, rootDir } from './bootstrap/paths.mjs'
import { runInTerminal } from './bootstrap/run-command.mjs'

await prepareNode()
const form = join(rootDir, 'scripts', 'form', 'write-form.ts')
process.exit(await runInTerminal(projectNode, [form, ...process.argv.slice(2)], { env: projectEnv() }))
