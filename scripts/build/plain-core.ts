import { rmSync } from 'node:fs'
import { basename } from 'node:path'
import type { Plugin } from 'vite'

interface PlainCore {
  /** Where what was compiled of the core is kept. */
  readonly compiledFile: string
  /** Files below `electron/` that the core imports when it needs them; they are built into `sdk/`, each by its name. */
  readonly partsReadLater: readonly string[]
}

/**
 * Makes the core one function, as electron/app/compiled-core.ts loads it, and takes away what was compiled of the core
 * before: V8 tells an old script from a new one by its length alone.
 */
export function plainCore({ compiledFile, partsReadLater }: PlainCore): Plugin {
  const later = new Set(partsReadLater.map((part) => basename(part)))
  return {
    name: 'optdesk:plain-core',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name.endsWith('core'),
    buildStart: () => rmSync(compiledFile, { force: true }),
    resolveId: (source) =>
      later.has(basename(source)) ? { id: `./sdk/${basename(source, '.ts')}.js`, external: true } : null,
    // At the very end: a function that nobody calls is taken for dead code before.
    generateBundle: (_, bundle) => {
      const core = bundle['core.cjs']
      if (core?.type === 'chunk') core.code = `(function (exports, require, module) {${core.code}\n})`
    },
  }
}
