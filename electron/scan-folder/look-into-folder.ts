import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** A file that may be a scanned sheet. `mark` changes whenever it is written to. */
export interface FolderFile {
  readonly name: string
  readonly path: string
  readonly sizeBytes: number
  readonly mark: string
}

/** What was seen of a folder, or why nothing was. */
export type FolderLook =
  | { readonly kind: 'seen'; readonly files: readonly FolderFile[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not_readable' }

/** What a scanner writes. Everything else in the folder is somebody else's affair. */
const ENDINGS = new Set(['.pdf', '.jpg', '.jpeg', '.png', '.tif', '.tiff', '.webp'])

/** Lists the files in a folder that may be sheets, by name. Folders in it, hidden files and half-written ones are passed over. */
export async function lookIntoFolder(folder: string): Promise<FolderLook> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const names = entries.flatMap((entry) => (entry.isFile() && maybeSheet(entry.name) ? [entry.name] : []))
    const files = await Promise.all(names.toSorted().map((name) => describe(folder, name)))
    return { kind: 'seen', files: files.filter((file) => file !== null) }
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined
    return { kind: code === 'EACCES' || code === 'EPERM' ? 'not_readable' : 'missing' }
  }
}

function maybeSheet(name: string): boolean {
  return !/^[.~]/.test(name) && ENDINGS.has(extname(name).toLowerCase())
}

/** A file that went away meanwhile is none. */
async function describe(folder: string, name: string): Promise<FolderFile | null> {
  const path = join(folder, name)
  try {
    const { size, mtimeMs } = await stat(path)
    return { name, path, sizeBytes: size, mark: `${size}-${Math.round(mtimeMs)}` }
  } catch {
    return null
  }
}
