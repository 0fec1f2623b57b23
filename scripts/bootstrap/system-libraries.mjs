// What a bare Debian (or Ubuntu) lacks for Electron, and for building the SQLite binding.

import { existsSync } from 'node:fs'
import { runOrThrow, runQuietly } from './run-command.mjs'

const FOR_A_WINDOW = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libnotify4', 'libxtst6']
const FOR_A_VIRTUAL_DISPLAY = ['xvfb', 'xauth']
const FOR_BUILDING = ['g++', 'make', 'python3']
const FOR_A_KEYCHAIN = ['dbus', 'gnome-keyring']

/** Sees to the libraries that an Electron window needs, and to a virtual display where there is no real one. */
export function installWindowLibraries(say) {
  return installMissing(hasDisplay() ? FOR_A_WINDOW : [...FOR_A_VIRTUAL_DISPLAY, ...FOR_A_WINDOW], say)
}

/** Sees to a C++ compiler, make and Python. */
export async function installBuildTools(say) {
  const present = await Promise.all(
    FOR_BUILDING.map(async (tool) => (await runQuietly(tool, ['--version'])).code === 0),
  )
  await installMissing(
    FOR_BUILDING.filter((_, index) => !present[index]),
    say,
  )
}

/**
 * Sees to a real keychain that a test may start; Optdesk itself uses the one that a person's desktop brings. Answers why
 * there is none, or undefined: the tests go on without it.
 */
export async function installKeychain(say) {
  if (process.platform !== 'linux') return 'only on Linux is one started for a test'
  if (!existsSync('/usr/bin/dpkg-query')) return 'gnome-keyring is installed for the tests on Debian and Ubuntu alone'
  try {
    await installMissing(FOR_A_KEYCHAIN, say)
    return undefined
  } catch {
    return `gnome-keyring is not installed: ${installLine(FOR_A_KEYCHAIN)}`
  }
}

/** True where a window can be shown to a person. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

async function installMissing(packages, say) {
  if (process.platform !== 'linux' || packages.length === 0 || !existsSync('/usr/bin/dpkg-query')) return
  const missing = await missingPackages(packages)
  if (missing.length === 0) return
  if (process.getuid() !== 0) throw new Error(`Optdesk needs these system packages:\n\n  ${installLine(missing)}\n`)
  say(`Installing system packages: ${missing.join(' ')}.`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await runOrThrow('apt-get', ['update', '--quiet'], { env })
  await runOrThrow('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', ...missing], { env })
}

/** Newer Debian and Ubuntu renamed some libraries to `<name>t64`; either counts. */
async function missingPackages(packages) {
  const names = packages.flatMap((name) => [name, `${name}t64`])
  const { output } = await runQuietly('dpkg-query', [
    '--show',
    '--showformat',
    '${Package} ${db:Status-Status}\n',
    ...names,
  ])
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  )
  return packages.filter((name) => !installed.has(name) && !installed.has(`${name}t64`))
}

function installLine(packages) {
  return `sudo apt-get update && sudo apt-get install --yes --no-install-recommends ${packages.join(' ')}`
}
