/** One thing that a process did to a file or folder, as `record.c` wrote it down. Paths are absolute. */
export type Entry =
  | { readonly did: 'create' | 'sync' | 'unlink' | 'make_folder'; readonly path: string }
  | { readonly did: 'write'; readonly path: string; readonly offset: number; readonly data: Buffer }
  | { readonly did: 'truncate'; readonly path: string; readonly size: number }
  | { readonly did: 'rename'; readonly path: string; readonly to: string }

const HEAD_BYTES = 17

/** Reads a record to its end. Throws on a kind that is not known: then the record and its reader do not fit. */
export function readRecord(log: Buffer): readonly Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at < log.length;) {
    const pathLength = log.readUInt32LE(at + 1)
    const dataLength = log.readUInt32LE(at + 5)
    const pathEnd = at + HEAD_BYTES + pathLength
    const path = log.toString('utf8', at + HEAD_BYTES, pathEnd)
    const offset = Number(log.readBigUInt64LE(at + 9))
    entries.push(entryOf(log.toString('latin1', at, at + 1), path, offset, log.subarray(pathEnd, pathEnd + dataLength)))
    at = pathEnd + dataLength
  }
  return entries
}

function entryOf(kind: string, path: string, offset: number, data: Buffer): Entry {
  switch (kind) {
    case 'C':
      return { did: 'create', path }
    case 'S':
      return { did: 'sync', path }
    case 'U':
      return { did: 'unlink', path }
    case 'D':
      return { did: 'make_folder', path }
    case 'W':
      return { did: 'write', path, offset, data }
    case 'T':
      return { did: 'truncate', path, size: offset }
    case 'R':
      return { did: 'rename', path, to: data.toString('utf8') }
    default:
      throw new Error(`The record holds ${JSON.stringify(kind)}, which nobody writes.`)
  }
}
