// npm run samples: draws the sample practice (filled forms, day sheet, people) into resources/sample/ anew.
import { join } from 'node:path'
import { prepareNode } from './bootstrap.mjs'
import { projectEnv, projectNode, rootDir } from './bootstrap/paths.mjs'
import { runInTerminal } from './bootstrap/run-command.mjs'

await prepareNode()
const samples = join(rootDir, 'scripts', 'samples', 'make-samples.ts')
process.exit(await runInTerminal(projectNode, [samples, ...process.argv.slice(2)], { cwd: rootDir, env: projectEnv() }))
