// Makes this checkout ready on a machine that has nothing but some Node.js (20 or newer) and npm.
// Runs before any package is installed: only Node's own modules may be imported at the top of these files.

import { installDependencies } from './bootstrap/dependencies.mjs'
import { projectEnv, projectNode } from './bootstrap/paths.mjs'
import { runInTerminal } from './bootstrap/run-command.mjs'
import { installElectron } from './bootstrap/electron-runtime.mjs'
import { installWindowLibraries } from './bootstrap/system-libraries.mjs'

/** Prints one line of what is being done. */
export function say(line) {
  console.log(line)
}

/** The same, for commands whose standard output belongs to their answers. */
export function sayOnStderr(line) {
  console.error(line)
}

/**
 * Installs the packages, then goes on in the Node.js that package.json pins: when this process is another Node.js, it
 * starts itself again there, waits, and ends with its exit code.
 */
export async function prepareNode(report = say) {
  await orExplain(() => installDependencies(report))
  if (process.execPath === projectNode || process.env.OPTDESK_NODE === projectNode) return
  const [, script, ...args] = process.argv
  process.exit(await runInTerminal(projectNode, [script, ...args], { env: projectEnv({ OPTDESK_NODE: projectNode }) }))
}

/** Sees to the system libraries and Electron. Answers the runtime (see installElectron). */
export function prepareElectron(report = say) {
  return orExplain(async () => {
    await installWindowLibraries(report)
    return installElectron(report)
  })
}

/** A step that cannot be done ends the command with its sentence, not with a stack. */
async function orExplain(step) {
  try {
    return await step()
  } catch (error) {
    console.error(`\n${error.message}`)
    process.exit(1)
  }
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  await prepareNode()
  await prepareElectron()
}
