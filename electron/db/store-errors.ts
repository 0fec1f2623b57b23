import type { AppError } from '../../shared/ipc/errors.ts'

type StoreErrorCode = 'disk_full' | 'folder_read_only' | 'store_in_use' | 'store_broken' | 'disk_trouble'

/** What SQLite and the file system say, by the beginning of their code, and what that means for a person. */
const MEANINGS: readonly (readonly [prefix: string, code: StoreErrorCode])[] = [
  ['SQLITE_FULL', 'disk_full'],
  ['ENOSPC', 'disk_full'],
  ['EDQUOT', 'disk_full'],
  ['SQLITE_READONLY', 'folder_read_only'],
  ['SQLITE_CANTOPEN', 'folder_read_only'],
  ['SQLITE_PERM', 'folder_read_only'],
  ['EACCES', 'folder_read_only'],
  ['EPERM', 'folder_read_only'],
  ['EROFS', 'folder_read_only'],
  ['SQLITE_BUSY', 'store_in_use'],
  ['SQLITE_LOCKED', 'store_in_use'],
  ['SQLITE_NOTADB', 'store_broken'],
  ['SQLITE_CORRUPT', 'store_broken'],
  ['SQLITE_IOERR_SHORT_READ', 'store_broken'],
  ['SQLITE_IOERR_DATA', 'store_broken'],
  ['SQLITE_IOERR_CORRUPTFS', 'store_broken'],
  // Whatever else a disk refuses: a cable, a bad sector, a stick that was pulled out.
  ['SQLITE_IOERR', 'disk_trouble'],
  ['EIO', 'disk_trouble'],
]

/**
 * Says what an exception of SQLite or of the file system means for the person at the desk: the disk is full, the folder
 * cannot be written, another process has the store, the file is damaged, or the disk itself fails. Anything else is a defect of ours: `null`.
 */
export function storeError(cause: unknown, path: string): AppError | null {
  const code = codeOf(cause)
  const meaning = MEANINGS.find(([prefix]) => code.startsWith(prefix))
  return meaning ? { code: meaning[1], path } : null
}

function codeOf(cause: unknown): string {
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return ''
  return cause.code
}
