// The packages of package-lock.json, and the Node.js that is one of them.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cacheDir, checkoutId, projectNode, readJson, rootDir } from './paths.mjs'
import { npm, runOrThrow, runQuietly } from './run-command.mjs'
import { whileLocked } from './lock-folder.mjs'

/** Installs what package-lock.json lists when it is not what lies in node_modules, then sees to the project's Node. */
export async function installDependencies(say) {
  if (areDependenciesInstalled() && (await isProjectNodeReady())) return
  const waitingLine = () => say('Another Optdesk set-up is at work in this folder. Waiting for it.')
  await whileLocked(join(cacheDir, 'locks', `checkout-${checkoutId}`), () => installNow(say), waitingLine)
}

async function installNow(say) {
  if (!areDependenciesInstalled()) {
    say('Installing the packages of package-lock.json.')
    // No package may run code of its own while being installed. The one that must, `node`, is started by hand below:
    // so npm 10, which runs every script, and npm 11, which asks first, do the same. Not `npm ci`: it refuses a lock
    // file that lacks a package for some other system, which a registry that mirrors only part of npm leaves behind.
    await npm(['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: rootDir,
    })
    if (!areDependenciesInstalled())
      throw new Error('package.json and package-lock.json do not agree. Run npm install.')
  }
  if (!(await isProjectNodeReady())) {
    say(`Installing Node.js ${pinnedNodeVersion()} for this folder.`)
    await runOrThrow(process.execPath, ['installArchSpecificPackage.js'], {
      cwd: join(rootDir, 'node_modules', 'node'),
      env: { ...process.env, npm_config_ignore_scripts: 'true' },
    })
    // npm made no command of it while there was no program to point to.
    await npm(['rebuild', 'node', '--ignore-scripts', '--loglevel=error'], { cwd: rootDir })
  }
}

/** Compares the lock file with npm's own record of what it put into node_modules; optional packages may be absent. */
function areDependenciesInstalled() {
  if (!existsSync(join(rootDir, 'node_modules', '.package-lock.json'))) return false
  const installed = readJson('node_modules', '.package-lock.json').packages
  return Object.entries(readJson('package-lock.json').packages).every(
    ([path, wanted]) => path === '' || wanted.optional || installed[path]?.version === wanted.version,
  )
}

async function isProjectNodeReady() {
  if (!existsSync(projectNode)) return false
  const { code, output } = await runQuietly(projectNode, ['--version'])
  return code === 0 && output.trim() === `v${pinnedNodeVersion()}`
}

/** The version of Node.js that package.json pins, without the leading v. */
export function pinnedNodeVersion() {
  return readJson('package.json').devDependencies.node
}
