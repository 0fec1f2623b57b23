// The SQLite binding for the fallback Electron. Its Node-API is version 9; the prebuilt binding asks for 10 and takes
// the process down with it. Built once from the same package with Node-API's experimental headers, which hold the two
// functions it needs and do not raise the number.

import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { whileLocked } from './lock-folder.mjs'
import { cacheDir, projectEnv, projectNode, readJson, rootDir } from './paths.mjs'
import { runOrThrow } from './run-command.mjs'
import { installBuildTools } from './system-libraries.mjs'

const PREBUILT = `'NAPI_VERSION=10'`
const FOR_OLDER_ELECTRON = `'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NO_WARNING'`

/** Finds or builds the binding and answers the path of its `.node` file. */
export async function installSqliteBinding(say) {
  const { version } = readJson('node_modules', 'better-sqlite3', 'package.json')
  const file = join(cacheDir, `sqlite-binding-${version}-${process.platform}-${process.arch}`, 'better_sqlite3.node')
  if (existsSync(file)) return file
  const waitingLine = () => say('Another set-up is building the SQLite binding. Waiting for it.')
  await whileLocked(join(cacheDir, 'locks', 'sqlite-binding'), () => buildBinding(file, say), waitingLine)
  return file
}

async function buildBinding(file, say) {
  if (existsSync(file)) return
  await installBuildTools(say)
  say('Building the SQLite binding for the fallback Electron. This happens once and takes a minute or two.')
  await mkdir(cacheDir, { recursive: true })
  const workDir = await mkdtemp(join(cacheDir, 'making-sqlite-'))
  try {
    await compile(workDir)
    await mkdir(join(file, '..'), { recursive: true })
    await rename(join(workDir, 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node'), file)
  } finally {
    await rm(workDir, { recursive: true, force: true })
  }
}

async function compile(workDir) {
  const source = join(workDir, 'better-sqlite3')
  await cp(join(rootDir, 'node_modules', 'better-sqlite3'), source, { recursive: true })
  await symlink(join(rootDir, 'node_modules'), join(workDir, 'node_modules'))
  const gypFile = join(source, 'binding.gyp')
  const gyp = await readFile(gypFile, 'utf8')
  if (!gyp.includes(PREBUILT))
    throw new Error(`${gypFile} no longer says ${PREBUILT}; the fallback needs a new recipe.`)
  await writeFile(gypFile, gyp.replace(PREBUILT, FOR_OLDER_ELECTRON))
  const nodeGyp = join(rootDir, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js')
  await runOrThrow(projectNode, [nodeGyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${headersDir()}`], {
    cwd: source,
    env: projectEnv(),
  })
}

/** The project's Node brings its own headers, so nothing more is fetched. */
function headersDir() {
  return join(rootDir, 'node_modules', 'node', 'node_modules', `node-${process.platform}-${process.arch}`)
}
