import { parseArgs } from 'node:util'
import { plantBug } from './plant.ts'

// One process of the simulator: `node worker.ts --first 1 --count 100 [--bug NAME] [--trace]` runs these seeds and
// writes one line of JSON. `--trace` tells what happened, for a seed that failed; `--stop` ends at the first failure.
const { values } = parseArgs({
  options: {
    first: { type: 'string', default: '1' },
    count: { type: 'string', default: '1' },
    bug: { type: 'string' },
    trace: { type: 'boolean', default: false },
    stop: { type: 'boolean', default: false },
  },
})
if (values.bug !== undefined) plantBug(values.bug)
// Only now may the program be read: the bug is in its text.
const { runSeed } = await import('./run.ts')
const { makeTemplate } = await import('./template.ts')

const first = Number(values.first)
const count = Number(values.count)
const template = await makeTemplate(Date.UTC(2026, 10, 20))
const failed: object[] = []
const sometimes: Record<string, number> = {}
let done = 0
for (let seed = first; seed < first + count; seed += 1) {
  const outcome = await runSeed(template, seed)
  done += 1
  if (values.trace) console.error(outcome.trace.join('\n'))
  for (const violation of outcome.violations) failed.push({ seed, ...violation })
  for (const name of outcome.sometimes) sometimes[name] = (sometimes[name] ?? 0) + 1
  if (values.stop && outcome.violations.length > 0) break
}
console.log(JSON.stringify({ first, done, failed, sometimes }))
