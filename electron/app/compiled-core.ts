import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { constants, Script } from 'node:vm'
import type * as coreHost from './core-host.ts'

type CoreHost = typeof coreHost

/** The core as one script: a function that takes what a CommonJS module is given. */
type CoreScript = (exports: unknown, require: NodeJS.Require, module: object) => void

/**
 * Loads the core from `mainDir`, the folder of the built main. Beside it lies what V8 made of it when it was built
 * (`scripts/build/compile-core`): then nothing is compiled at a start. Another V8 refuses that file and compiles anew.
 */
export function readCore(mainDir: string): CoreHost {
  const filename = join(mainDir, 'core.cjs')
  const cachedData = readIfThere(join(mainDir, 'core.compiled'))
  const script = new Script(readFileSync(filename, 'utf8'), {
    filename,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData && { cachedData }),
  })
  const module = { exports: {} }
  const run = script.runInThisContext() as CoreScript
  run(module.exports, createRequire(filename), module)
  return module.exports as CoreHost
}

/** A core that was built by hand has nothing compiled beside it. */
function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
