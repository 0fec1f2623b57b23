// npm run train: draws the cells, trains the model of characters on them, measures how
// far it may be trusted and scores it; see resources/models/characters-1.md.
// `--parts` says how many sheets are drawn (20 a part), `--steps` and `--stop` how long it is
// trained. Needs Debian's python3-torch.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { prepareNode } from './bootstrap.mjs'
import { projectEnv, projectNode, rootDir } from './bootstrap/paths.mjs'
import { npm, runInTerminal } from './bootstrap/run-command.mjs'

const PARTS = '24'
const STEPS = '7000'
const STOP = '5000'

const wanted = (name, usual) => {
  const place = process.argv.indexOf(name)
  return place < 0 ? usual : (process.argv[place + 1] ?? usual)
}

async function step(command, args) {
  const code = await runInTerminal(command, args, { cwd: rootDir, env: { ...projectEnv(), OMP_NUM_THREADS: '1' } })
  if (code !== 0) process.exit(code)
}

await prepareNode()
const folder = join(rootDir, 'scripts', 'train')
if (!existsSync(join(folder, 'node_modules'))) {
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder })
}
await step(projectNode, [join(folder, 'make-cells.ts'), wanted('--parts', PARTS)])
await step('python3', [join(folder, 'train.py'), '--steps', wanted('--steps', STEPS), '--stop', wanted('--stop', STOP)])
await step(projectNode, [join(folder, 'calibrate.ts')])
await step(projectNode, [join(folder, 'evaluate.ts')])
