import { basename, dirname, relative, sep } from 'node:path'
import type { Chance } from '../chance.ts'
import type { Entry } from './recorded-log.ts'

/**
 * A disk that may lose its power: it knows what was flushed and what was not.
 *
 * - Flushing a file makes all that was written to it durable, and no more: not its name.
 * - Flushing a folder makes durable which names are in it, in the order in which they came and went.
 * - At a cut each unflushed write of a file is there, missing or torn, by sectors of 512 bytes, each by itself; of the
 *   unflushed changes of a folder the first few are there, as journaling file systems keep them.
 */
export interface CutDisk {
  /** Does what the entry says. */
  apply(entry: Entry): void
  /** What may be found after a cut now. Paths are relative to the root; a folder has null. */
  cut(chance: Chance): ReadonlyMap<string, Buffer | null>
  /** What is there as long as the power stays. */
  whole(): ReadonlyMap<string, Buffer | null>
}

type FileChange = Extract<Entry, { readonly did: 'write' | 'truncate' }>
type NameChange = { readonly add?: readonly [string, Node]; readonly remove?: string }

interface FileNode {
  readonly kind: 'file'
  /** What was flushed; another view whenever it changed. Its memory has room to grow and is written in place. */
  durable: Buffer
  room: Buffer
  pending: FileChange[]
}

interface FolderNode {
  readonly kind: 'folder'
  durable: Map<string, Node>
  pending: NameChange[]
}

type Node = FileNode | FolderNode

const SECTOR = 512

/** Makes a disk that holds the folder `root` alone, empty and durable. */
export function createCutDisk(root: string): CutDisk {
  const top: FolderNode = { kind: 'folder', durable: new Map(), pending: [] }

  function find(path: string): Node | undefined {
    let node: Node | undefined = top
    for (const name of relative(root, path).split(sep).filter(Boolean)) {
      node = node?.kind === 'folder' ? namesIn(node, node.pending.length).get(name) : undefined
    }
    return node
  }
  function folderOf(path: string): FolderNode {
    const folder = find(dirname(path))
    if (folder?.kind !== 'folder') throw new Error(`The record knows no folder for ${path}`)
    return folder
  }
  function nodeAt(path: string): Node {
    const node = find(path)
    if (!node) throw new Error(`The record knows no ${path}`)
    return node
  }

  function apply(entry: Entry): void {
    const name = basename(entry.path)
    switch (entry.did) {
      case 'create':
        folderOf(entry.path).pending.push({ add: [name, emptyFile()] })
        return
      case 'make_folder':
        folderOf(entry.path).pending.push({ add: [name, { kind: 'folder', durable: new Map(), pending: [] }] })
        return
      case 'unlink':
        folderOf(entry.path).pending.push({ remove: name })
        return
      case 'rename': {
        if (dirname(entry.path) !== dirname(entry.to))
          throw new Error('A rename from folder to folder is not modelled.')
        folderOf(entry.path).pending.push({ add: [basename(entry.to), nodeAt(entry.path)], remove: name })
        return
      }
      case 'sync':
        return flush(nodeAt(entry.path))
      case 'write':
      case 'truncate': {
        const file = nodeAt(entry.path)
        if (file.kind === 'file') file.pending.push(entry)
      }
    }
  }

  return {
    apply,
    cut: (chance) => {
      // Some cuts keep nothing or everything that was on its way; most keep some.
      const keep = chance.oneOf(['none', 'all', 'some', 'some'] as const)
      const isKept = () => (keep === 'some' ? chance.happens(0.5) : keep === 'all')
      return listed(top, {
        names: ({ pending }) => (keep === 'some' ? chance.below(pending.length + 1) : isKept() ? pending.length : 0),
        content: (file) => contentOf(file, (change) => survives(change, isKept, chance)),
      })
    },
    whole: () =>
      listed(top, {
        names: ({ pending }) => pending.length,
        content: (file) => contentOf(file, (change) => [change]),
      }),
  }
}

function emptyFile(): FileNode {
  return { kind: 'file', durable: Buffer.alloc(0), room: Buffer.alloc(0), pending: [] }
}

function flush(node: Node): void {
  if (node.kind === 'file') flushFile(node)
  else node.durable = namesIn(node, node.pending.length)
  node.pending = []
}

function flushFile(file: FileNode): void {
  if (file.pending.length === 0) return
  const longest = Math.max(...file.pending.map(endOf))
  if (longest > file.room.length) {
    const room = Buffer.alloc(2 * longest)
    file.durable.copy(room)
    file.room = room
  }
  file.durable = file.room.subarray(0, changed(file.room, file.durable.length, file.pending))
}

/** The names in a folder after the first `count` of its changes. */
function namesIn({ durable, pending }: FolderNode, count: number): Map<string, Node> {
  if (count === 0) return durable
  const names = new Map(durable)
  for (const { add, remove } of pending.slice(0, count)) {
    if (remove !== undefined) names.delete(remove)
    if (add) names.set(...add)
  }
  return names
}

/** What of a write reaches the disk: all of it, nothing, or some of its sectors. */
function survives(change: FileChange, isKept: () => boolean, chance: Chance): readonly FileChange[] {
  const isTorn = change.did === 'write' && change.data.length > SECTOR && chance.happens(0.3)
  if (!isTorn) return isKept() ? [change] : []
  const { path, offset, data } = change
  const sectors = Array.from({ length: Math.ceil(data.length / SECTOR) }, (_, place) => place * SECTOR)
  return sectors
    .filter(isKept)
    .map((start) => ({ did: 'write', path, offset: offset + start, data: data.subarray(start, start + SECTOR) }))
}

function contentOf(file: FileNode, surviving: (change: FileChange) => readonly FileChange[]): Buffer {
  const changes = file.pending.flatMap(surviving)
  if (changes.length === 0) return file.durable
  const bytes = Buffer.alloc(Math.max(file.durable.length, ...changes.map(endOf)))
  file.durable.copy(bytes)
  return bytes.subarray(0, changed(bytes, file.durable.length, changes))
}

/** Does the changes to bytes of which the first `size` are the file; beyond them there are only zeros. Gives the new size. */
function changed(bytes: Buffer, size: number, changes: readonly FileChange[]): number {
  return changes.reduce((soFar, change) => {
    if (change.did === 'write') {
      change.data.copy(bytes, change.offset)
      return Math.max(soFar, endOf(change))
    }
    bytes.fill(0, Math.min(soFar, change.size), soFar)
    return change.size
  }, size)
}

function endOf(change: FileChange): number {
  return change.did === 'write' ? change.offset + change.data.length : change.size
}

interface Listing {
  readonly names: (folder: FolderNode) => number
  readonly content: (file: FileNode) => Buffer
}

function listed(top: FolderNode, listing: Listing): ReadonlyMap<string, Buffer | null> {
  const found = new Map<string, Buffer | null>()
  const list = (folder: FolderNode, prefix: string): void => {
    for (const [name, node] of namesIn(folder, listing.names(folder))) {
      found.set(prefix + name, node.kind === 'file' ? listing.content(node) : null)
      if (node.kind === 'folder') list(node, `${prefix}${name}/`)
    }
  }
  list(top, '')
  return found
}
