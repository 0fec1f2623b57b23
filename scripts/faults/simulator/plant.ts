import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { PLANTED_BUGS, type PlantedBug } from './planted-bugs.ts'

/**
 * Plants a bug into the program as it is read from disk, for this process alone: the product has no switch for it. Throws
 * when the text to be changed is not where it was, so that a bug cannot silently stop being planted.
 */
export function plantBug(name: string): void {
  const bug: PlantedBug | undefined = PLANTED_BUGS.find((one) => one.name === name)
  if (bug === undefined) throw new Error(`No such bug. There are: ${PLANTED_BUGS.map((one) => one.name).join(', ')}`)
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context)
      const changes = url.startsWith('file:') ? bug.changes.filter(({ file }) => fileURLToPath(url).endsWith(file)) : []
      if (changes.length === 0) return loaded
      let source = Buffer.from(loaded.source as Uint8Array).toString('utf8')
      for (const { file, find, put } of changes) {
        if (source.split(find).length !== 2) throw new Error(`${bug.name}: «${find}» is not once in ${file}`)
        source = source.replace(find, () => put)
      }
      return { ...loaded, source }
    },
  })
}
