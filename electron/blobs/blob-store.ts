import { webcrypto } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { storeError } from '../db/store-errors.ts'
import { openBlob, sealBlob, sha256Of } from './sealed-blob.ts'
import { makeFolder, writeWholeFile } from './whole-file.ts'

/** The originals of forms and media: encrypted files, named by the SHA-256 of what is in them. */
export interface BlobStore {
  /**
   * Keeps bytes and returns their SHA-256 in hex. Keeping the same bytes again changes nothing.
   * Errors: `disk_full`, `folder_read_only`; nothing half-written is left.
   */
  put(bytes: Uint8Array): Promise<Result<{ readonly sha256: string }, AppError>>
  /** Gives bytes back, checked against their name. Errors: `not_found`, `store_broken`, `folder_read_only`. */
  get(sha256: string): Promise<Result<Uint8Array, AppError>>
}

export interface BlobStoreOptions {
  readonly dir: string
  /** The key of the store: 32 bytes. The files have a key of their own, derived from it. */
  readonly key: Uint8Array
}

const { subtle } = webcrypto

/** Opens the folder of originals; it is made with the first one. Hashing and encryption run off the main thread. */
export function createBlobStore({ dir, key }: BlobStoreOptions): BlobStore {
  const blobKey = deriveKey(key)
  const pathOf = (sha256: string): string => join(dir, sha256.slice(0, 2), sha256)
  const putting = new Map<string, Promise<void>>()

  const get: BlobStore['get'] = async (sha256) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) return err({ code: 'not_found', what: 'original' })
    try {
      const bytes = await openBlob(await blobKey, sha256, await readFile(pathOf(sha256)))
      return bytes === null ? err({ code: 'store_broken', path: pathOf(sha256) }) : ok(bytes)
    } catch (cause) {
      if (isMissing(cause)) return err({ code: 'not_found', what: 'original' })
      return err(storeErrorOrThrow(cause, dir))
    }
  }

  const write = async (sha256: string, bytes: Uint8Array): Promise<void> => {
    // What is there and whole stays as it is; what was damaged is written anew.
    if ((await get(sha256)).ok) return
    await makeFolder(join(dir, sha256.slice(0, 2)))
    await writeWholeFile(pathOf(sha256), await sealBlob(await blobKey, sha256, bytes))
  }

  const put: BlobStore['put'] = async (bytes) => {
    const sha256 = await sha256Of(bytes)
    // The same bytes twice at once are one file: the second caller waits for the first.
    const writing = putting.get(sha256) ?? write(sha256, bytes).finally(() => putting.delete(sha256))
    putting.set(sha256, writing)
    try {
      await writing
      return ok({ sha256 })
    } catch (cause) {
      return err(storeErrorOrThrow(cause, dir))
    }
  }

  return { put, get }
}

async function deriveKey(storeKey: Uint8Array): Promise<webcrypto.CryptoKey> {
  const material = await subtle.importKey('raw', storeKey, 'HKDF', false, ['deriveKey'])
  const purpose = new TextEncoder().encode('optdesk originals v1')
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: purpose }
  return subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
}

function storeErrorOrThrow(cause: unknown, path: string): AppError {
  const error = storeError(cause, path)
  if (error === null) throw cause
  return error
}
