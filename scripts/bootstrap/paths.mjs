// Where things lie: the checkout, its Node, and the folder that outlives `node_modules`.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'

/** The root of this checkout. */
export const rootDir = resolve(import.meta.dirname, '..', '..')

/** The Node.js that every check, test and build of this checkout runs on, whatever the machine has. */
export const projectNode = join(
  rootDir,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

/** What is expensive to fetch or build is kept here, by version, for all checkouts of this person. */
export const cacheDir = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'optdesk')

/** A short name for this checkout, so that two checkouts do not wait for each other. */
export const checkoutId = createHash('sha256').update(rootDir).digest('hex').slice(0, 12)

/** Reads a JSON file below the root of the checkout; throws when it is missing or no JSON. */
export function readJson(...path) {
  return JSON.parse(readFileSync(join(rootDir, ...path), 'utf8'))
}

/** The environment for child processes: the project's Node and tools come first. */
export function projectEnv(extra = {}) {
  return { ...process.env, PATH: [join(rootDir, 'node_modules', '.bin'), process.env.PATH].join(delimiter), ...extra }
}
