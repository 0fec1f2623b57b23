// npm test: sets everything up, then runs every check and every test; the last line is the count.
// A file of Electron tests that fails runs once more; what passes only then is named and counted apart.
// npm test -- PROJECT [FILE...]: only one vitest project (node, dom, e2e, packaged), or only some of its files.
import { prepareElectron, prepareNode, say } from './bootstrap.mjs'
import { pinnedElectronVersion, runtimeEnv } from './bootstrap/electron-runtime.mjs'
import { installKeychain } from './bootstrap/system-libraries.mjs'
import { build, buildIfStale } from './steps/build.mjs'
import { runStaticChecks } from './steps/static-checks.mjs'
import { runTestProject } from './steps/test-projects.mjs'

const WITHOUT_WINDOW = ['node', 'dom']
const IN_ELECTRON = ['e2e', 'packaged']

await prepareNode()
const runtime = await prepareElectron()
const [onlyProject, ...args] = process.argv.slice(2)
const total = { passed: 0, failed: 0, unsteady: 0 }
const noKeychain = [undefined, 'e2e'].includes(onlyProject) ? await installKeychain(say) : undefined

if (onlyProject === undefined) await runEverything()
else await runOne(onlyProject)

say(electronLine())
if (noKeychain !== undefined) say(`Not run: the tests on the system’s keychain, because ${noKeychain}.`)
say(
  `${total.passed} passed, ${total.failed} failed${total.unsteady > 0 ? `, ${total.unsteady} at the second try` : ''}`,
)
process.exit(total.failed === 0 ? 0 : 1)

async function runEverything() {
  await runStaticChecks(({ name, code, output }) =>
    count(name, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output }),
  )
  for (const project of WITHOUT_WINDOW) await runProject(project)
  const { code, output } = await build(runtime)
  count('build', code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output })
  if (code !== 0) return say('The tests in Electron need the build and were not run.')
  for (const project of IN_ELECTRON) await runProject(project)
}

async function runOne(project) {
  const failedBuild = IN_ELECTRON.includes(project) ? await buildIfStale(runtime, say) : undefined
  if (failedBuild !== undefined) return count('build', { passed: 0, failed: 1, output: failedBuild })
  await runProject(project)
}

async function runProject(project) {
  const secondTry = IN_ELECTRON.includes(project)
  count(`${project} tests`, await runTestProject(project, { env: runtimeEnv(runtime), args, secondTry }))
}

function count(name, { passed, failed, unsteady = [], output }) {
  total.passed += passed
  total.failed += failed
  total.unsteady += unsteady.length
  if (failed + unsteady.length > 0) say(`\n${output}`)
  for (const test of unsteady) say(`unsteady ${test}: failed at first, passed when its file ran again`)
  say(
    `${failed > 0 ? 'failed' : 'ok    '}  ${name}${passed + failed > 1 ? `: ${passed} passed, ${failed} failed` : ''}`,
  )
}

function electronLine() {
  const fallback = `the fallback from npm, because Electron ${pinnedElectronVersion()} cannot be downloaded here`
  return `Ran on Electron ${runtime.version}${runtime.isFallback ? ` (${fallback})` : ''} and Node.js ${process.versions.node}.`
}
