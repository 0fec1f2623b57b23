// Run by Electron when Optdesk is built: opens the core once as a start does and keeps what V8 made of it meanwhile.
// Only the Electron that will run it can make it: what one V8 compiled another refuses.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { constants, Script } from 'node:vm'
import { app } from 'electron'

/** What the first page asks for (renderer/api/first-reads.ts). */
const FIRST_QUESTIONS = [
  ['preferences.get', {}],
  ['setup.state', {}],
  ['practice.get', {}],
  ['staff.list', {}],
  ['today.get', {}],
  ['people.search', { text: '', limit: 100, after: null }],
]

const mainDir = app.commandLine.getSwitchValue('main-dir')
const filename = join(mainDir, 'core.cjs')
app.setAppPath(join(mainDir, '..', '..')) // The sample practice is looked for in the checkout.

app
  .whenReady()
  .then(compile)
  .then(
    () => app.exit(0),
    (thrown) => {
      console.error(thrown)
      app.exit(1)
    },
  )

async function compile() {
  const script = new Script(readFileSync(filename, 'utf8'), {
    filename,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(filename), module)
  const { core, router } = await module.exports.openCore(mainDir, Promise.resolve())
  for (const [method, input] of FIRST_QUESTIONS) {
    const answer = await router.call(method, input, { caller: 'window' })
    if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
  }
  writeFileSync(join(mainDir, 'core.compiled'), script.createCachedData())
  await core.close()
}
