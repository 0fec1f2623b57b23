import { expect, test } from 'vitest'
import { storeError } from './store-errors.ts'

const failure = (code: unknown): Error => Object.assign(new Error('it failed'), { code })

test.each([
  ['SQLITE_FULL', 'disk_full'],
  ['ENOSPC', 'disk_full'],
  ['SQLITE_READONLY_DIRECTORY', 'folder_read_only'],
  ['SQLITE_CANTOPEN', 'folder_read_only'],
  ['EROFS', 'folder_read_only'],
  ['SQLITE_BUSY_RECOVERY', 'store_in_use'],
  ['SQLITE_NOTADB', 'store_broken'],
  ['SQLITE_CORRUPT_VTAB', 'store_broken'],
  ['SQLITE_IOERR_SHORT_READ', 'store_broken'],
  ['SQLITE_IOERR_FSYNC', 'disk_trouble'],
  ['EIO', 'disk_trouble'],
])('%s means %s', (code, meaning) => {
  expect(storeError(failure(code), '/desk')).toEqual({ code: meaning, path: '/desk' })
})

test.each([
  failure('SQLITE_CONSTRAINT_UNIQUE'),
  failure('ENOENT'),
  failure(5),
  new Error('other'),
  'SQLITE_FULL',
  null,
])('%s is a defect, not a trouble of the disk', (cause) => {
  expect(storeError(cause, '/desk')).toBeNull()
})
