import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A folder in which one power cut after the other is laid out. */
export interface Image {
  readonly dir: string
  /** Puts what a cut left of one part of the recorded folder in the place of what was there. */
  layOut(found: ReadonlyMap<string, Buffer | null>, part: string): void
}

/** Opens such a folder. What the judge only reads, and what is still the same, is not written again. */
export function createImage(dir: string): Image {
  const originals = new Map<string, Buffer>()

  return {
    dir,
    layOut: (found, part) => {
      for (const path of originals.keys()) {
        if (found.has(path)) continue
        rmSync(join(dir, path))
        originals.delete(path)
      }
      for (const ending of ENDINGS) rmSync(join(dir, part, `desk.db${ending}`), { force: true })
      for (const name of ['key.json', 'desk.db']) rmSync(join(dir, part, name), { force: true })
      for (const [path, bytes] of found) {
        // Memory that connections share dies with the power; a folder without a file in it is nothing to open.
        if (bytes === null || !path.startsWith(`${part}/`) || path.endsWith('-shm')) continue
        const isOriginal = path.includes('/originals/')
        if (isOriginal && originals.get(path) === bytes) continue
        mkdirSync(dirname(join(dir, path)), { recursive: true })
        writeFileSync(join(dir, path), bytes)
        if (isOriginal) originals.set(path, bytes)
      }
    },
  }
}

/** What opening a store makes beside it. */
const ENDINGS = ['-wal', '-shm', '.new', '.new-wal', '.new-shm', '.before-step-2', '.before-step-2.part']
