import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { makeFolder, writeWholeFile } from '../blobs/whole-file.ts'
import { storeError } from '../db/store-errors.ts'
import { secretWrap } from './secret-wrap.ts'

/** The key as it stands: in the open for the practice desk, or sealed by the operating system's keychain. */
const plainWrap = z.strictObject({ by: z.enum(['file', 'keychain']), sealed: z.base64() })

const keyFile = z.strictObject({
  version: z.literal(1),
  protection: z.enum(['file', 'keychain', 'passphrase']),
  /** Proves that an opened key is the right one, and gives nothing away about it. Hex. */
  check: z.string().regex(/^[0-9a-f]{32}$/),
  wraps: z.array(z.discriminatedUnion('by', [plainWrap, secretWrap])),
})

/** What `key.json` says: how the store's key is protected, and the key sealed in each of those ways. */
export type KeyFile = z.output<typeof keyFile>
export type Protection = KeyFile['protection']

/** Reads `key.json`. Errors: `store_broken` when it is missing or damaged, `folder_read_only`. */
export async function readKeyFile(path: string): Promise<Result<KeyFile, AppError>> {
  try {
    const parsed = keyFile.safeParse(JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? ok(parsed.data) : err({ code: 'store_broken', path })
  } catch (cause) {
    if (cause instanceof SyntaxError || isMissing(cause)) return err({ code: 'store_broken', path })
    const error = storeError(cause, path)
    if (error === null) throw cause
    return err(error)
  }
}

/** Writes `key.json` and makes its folder, whole or not at all. Errors: `disk_full`, `folder_read_only`. */
export async function writeKeyFile(path: string, file: KeyFile): Promise<Result<null, AppError>> {
  try {
    await makeFolder(dirname(path))
    await writeWholeFile(path, Buffer.from(`${JSON.stringify(file, null, 2)}\n`))
    return ok(null)
  } catch (cause) {
    const error = storeError(cause, path)
    if (error === null) throw cause
    return err(error)
  }
}

/** The proof of a key that is kept beside its seals. */
export function checkOf(key: Uint8Array): string {
  return createHmac('sha256', key).update('optdesk key check v1').digest('hex').slice(0, 32)
}

/** Tells whether an opened key is the one of this file: a keychain that was changed may give back anything. */
export function isKeyOf(file: KeyFile, key: Uint8Array): boolean {
  return key.length === 32 && timingSafeEqual(Buffer.from(checkOf(key)), Buffer.from(file.check))
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
}
