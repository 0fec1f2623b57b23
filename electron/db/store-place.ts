import { readFileSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { AppError } from '../../shared/ipc/errors.ts'

/** What a computer knows about where a folder lies. */
export interface PlaceFacts {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** The text of Linux's `/proc/mounts`; empty elsewhere. */
  readonly mounts: string
}

/**
 * Folders that a program copies to other computers behind our back, by their names. Such a copy catches the store between
 * two writes, and brings back an old one. Source: sqlite.org/howtocorrupt.html.
 */
const SYNCED: readonly (readonly [name: RegExp, service: string])[] = [
  [/^OneDrive( - .+)?$/i, 'OneDrive'],
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^Google ?Drive(-.+| \(.+\))?$/i, 'Google Drive'],
  [/^(iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)$/i, 'iCloud'],
  [/^Nextcloud$/i, 'Nextcloud'],
]

/** File systems on another computer: their locks do not keep two programs apart. Source: sqlite.org/faq.html, question 5. */
const ON_NETWORK =
  /^(nfs\d?|cifs|smb\w*|afs|ceph|glusterfs|ncpfs|davfs2?|fuse\.(sshfs|rclone|davfs2?|glusterfs|gvfsd-fuse|s3fs|smbnetfs))$/

/**
 * Says why a store may not live in a folder, which need not exist yet; null where it may. Errors: `folder_synced` in the
 * folder of a service such as OneDrive, `folder_on_network` on another computer's disk.
 */
export function placeTrouble(path: string): AppError | null {
  return troubleAt(realPlace(path), factsOfHere())
}

/** The same for a path without links, on a computer of which these facts are known. */
export function troubleAt(path: string, facts: PlaceFacts): AppError | null {
  const service = serviceOf(path, facts)
  if (service !== null) return { code: 'folder_synced', path, service }
  return isOnNetwork(path, facts) ? { code: 'folder_on_network', path } : null
}

function factsOfHere(): PlaceFacts {
  const { platform, env } = process
  return { platform, env, mounts: platform === 'linux' ? readFileSync('/proc/mounts', 'utf8') : '' }
}

/** Where a folder really lies, through any links: of one that is not there yet, where it would. */
function realPlace(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const above = dirname(resolve(path))
    return above === resolve(path) ? above : join(realPlace(above), resolve(path).slice(above.length))
  }
}

function serviceOf(path: string, { platform, env }: PlaceFacts): string | null {
  for (const name of path.split(/[\\/]/)) {
    const known = SYNCED.find(([pattern]) => pattern.test(name))
    if (known) return known[1]
  }
  // On Windows a person may give the folder any name; OneDrive says where it is.
  const folders = platform === 'win32' ? [env['OneDrive'], env['OneDriveCommercial'], env['OneDriveConsumer']] : []
  return folders.some((folder) => folder !== undefined && isWithin(path, folder)) ? 'OneDrive' : null
}

function isOnNetwork(path: string, { platform, mounts }: PlaceFacts): boolean {
  // `\\server\share`, and `\\?\UNC\server\share`; `\\?\C:\` is this computer.
  if (platform === 'win32') return /^\\\\(\?\\UNC\\|[^?.\\])/i.test(path)
  return ON_NETWORK.test(fileSystemOf(path, mounts))
}

/** The kind of the file system on which a path lies: that of the deepest mount above it, the last one where two share it. */
function fileSystemOf(path: string, mounts: string): string {
  let deepest = { at: '', kind: '' }
  for (const line of mounts.split('\n')) {
    const [, point = '', kind = ''] = line.split(' ')
    const at = point.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
    if (at !== '' && isWithin(path, at) && at.length >= deepest.at.length) deepest = { at, kind }
  }
  return deepest.kind
}

function isWithin(path: string, folder: string): boolean {
  const above = folder.replace(/[\\/]+$/, '').toLowerCase()
  const below = path.toLowerCase()
  return below === above || (below.startsWith(above) && /[\\/]/.test(below.charAt(above.length)))
}
