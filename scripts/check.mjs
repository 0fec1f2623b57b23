// npm run check: everything that is checked without running the program.
import { prepareNode, say } from './bootstrap.mjs'
import { runStaticChecks } from './steps/static-checks.mjs'

await prepareNode()
const results = await runStaticChecks(({ name, code, output }) =>
  say(code === 0 ? `ok      ${name}` : `${output}\nfailed  ${name}`),
)
process.exit(results.some(({ code }) => code !== 0) ? 1 : 0)
