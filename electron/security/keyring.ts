import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { checkOf, isKeyOf, type KeyFile, type Protection, readKeyFile, writeKeyFile } from './key-file.ts'
import type { KeychainPort } from './keychain-port.ts'
import { makeRecoveryCode, readRecoveryCode } from './recovery-code.ts'
import { unwrapWithSecret, wrapWithSecret } from './secret-wrap.ts'

export type { Protection }

/** The fewest characters of a passphrase. Source: NIST SP 800-63B, 15 where it is the only factor. */
export const MIN_PASSPHRASE_LENGTH = 15

export interface NewKeyring {
  /** The folder of the store; `key.json` is made in it. */
  readonly dir: string
  /** `file` keeps the key in the open: for the practice desk alone, whose people are fiction. */
  readonly protection: Protection
  readonly passphrase?: string
  readonly keychain?: KeychainPort
  readonly random: (size: number) => Uint8Array
}

/** The key of a new store (32 bytes), and the code to be printed and shown once; null for `file`. */
export interface MadeKeyring {
  readonly key: Uint8Array
  readonly recoveryCode: string | null
}

/**
 * Makes the key of a new store and keeps it sealed.
 * Errors: `office_exists` when there is a key already, `passphrase_too_short`, `keychain_lost` when the keychain
 * refuses, `disk_full`, `folder_read_only`. Throws when the keychain is asked for and there is no real one.
 */
export async function createKeyring(options: NewKeyring): Promise<Result<MadeKeyring, AppError>> {
  const path = keyPath(options.dir)
  if (existsSync(path)) return err({ code: 'office_exists' })
  const key = options.random(32)
  const own = await ownWrap(options, key)
  if (!own.ok) return own
  const recoveryCode = options.protection === 'file' ? null : makeRecoveryCode(options.random)
  const recovery = recoveryCode === null ? [] : [await wrapWithSecret('recovery', lettersOf(recoveryCode), key)]
  const written = await writeKeyFile(path, {
    version: 1,
    protection: options.protection,
    check: checkOf(key),
    wraps: [own.value, ...recovery],
  })
  return written.ok ? ok({ key, recoveryCode }) : written
}

export interface KeyringToOpen {
  readonly dir: string
  /** What a person typed: the passphrase or the recovery code. */
  readonly secret?: string
  readonly keychain?: KeychainPort
}

/** The key of a store (32 bytes) and how it is protected. */
export interface OpenedKeyring {
  readonly key: Uint8Array
  readonly protection: Protection
}

/**
 * Opens the key of a store. The recovery code opens it whatever the protection; where a keychain was lost, the key is
 * then sealed anew by the one that is here.
 * Errors: `passphrase_needed`, `keychain_lost` (ask for the recovery code), `wrong_passphrase`, `store_broken`.
 */
export async function openKeyring(options: KeyringToOpen): Promise<Result<OpenedKeyring, AppError>> {
  const path = keyPath(options.dir)
  const read = await readKeyFile(path)
  if (!read.ok) return read
  const file = read.value
  if (options.secret !== undefined && file.protection !== 'file') {
    return openWithSecret(file, options.secret, path, options.keychain)
  }
  switch (file.protection) {
    case 'file':
      return openPlain(file, path)
    case 'keychain':
      return openWithKeychain(file, options.keychain)
    case 'passphrase':
      return err({ code: 'passphrase_needed' })
  }
}

type Wrap = KeyFile['wraps'][number]

async function ownWrap(options: NewKeyring, key: Uint8Array): Promise<Result<Wrap, AppError>> {
  switch (options.protection) {
    case 'file':
      return ok({ by: 'file', sealed: Buffer.from(key).toString('base64') })
    case 'keychain':
      return keychainWrap(options.keychain, key)
    case 'passphrase': {
      const passphrase = options.passphrase ?? ''
      if (passphrase.length < MIN_PASSPHRASE_LENGTH) {
        return err({ code: 'passphrase_too_short', minLength: MIN_PASSPHRASE_LENGTH })
      }
      return ok(await wrapWithSecret('passphrase', passphrase, key))
    }
  }
}

async function keychainWrap(keychain: KeychainPort | undefined, key: Uint8Array): Promise<Result<Wrap, AppError>> {
  if (!keychain?.isReal()) throw new Error('There is no real keychain to protect the key with')
  try {
    return ok({ by: 'keychain', sealed: Buffer.from(await keychain.wrap(key)).toString('base64') })
  } catch {
    // Every keychain refuses in its own words; whatever they are, a person must unlock it or use the code.
    return err({ code: 'keychain_lost' })
  }
}

function openPlain(file: KeyFile, path: string): Result<OpenedKeyring, AppError> {
  const key = sealedBy(file, 'file')
  return key && isKeyOf(file, key) ? ok({ key, protection: file.protection }) : err({ code: 'store_broken', path })
}

async function openWithKeychain(
  file: KeyFile,
  keychain: KeychainPort | undefined,
): Promise<Result<OpenedKeyring, AppError>> {
  const sealed = sealedBy(file, 'keychain')
  if (!sealed || !keychain?.isReal()) return err({ code: 'keychain_lost' })
  try {
    const key = await keychain.unwrap(sealed)
    return isKeyOf(file, key) ? ok({ key, protection: file.protection }) : err({ code: 'keychain_lost' })
  } catch {
    // As above: locked, changed or gone, the way on is the recovery code.
    return err({ code: 'keychain_lost' })
  }
}

async function openWithSecret(
  file: KeyFile,
  secret: string,
  path: string,
  keychain: KeychainPort | undefined,
): Promise<Result<OpenedKeyring, AppError>> {
  const key = await keyBySecret(file, secret)
  if (key === null || !isKeyOf(file, key)) return err({ code: 'wrong_passphrase' })
  if (file.protection === 'keychain' && keychain?.isReal()) {
    const renewed = await renewKeychainWrap(file, key, path, keychain)
    if (!renewed.ok) return renewed
  }
  return ok({ key, protection: file.protection })
}

async function keyBySecret(file: KeyFile, secret: string): Promise<Uint8Array | null> {
  const code = readRecoveryCode(secret)
  for (const wrap of file.wraps) {
    if (wrap.by === 'recovery' && code !== null) {
      const key = await unwrapWithSecret(wrap, code)
      if (key !== null) return key
    }
    if (wrap.by === 'passphrase') {
      const key = await unwrapWithSecret(wrap, secret)
      if (key !== null) return key
    }
  }
  return null
}

async function renewKeychainWrap(
  file: KeyFile,
  key: Uint8Array,
  path: string,
  keychain: KeychainPort,
): Promise<Result<null, AppError>> {
  const renewed = await keychainWrap(keychain, key)
  // The code was right, and that is enough to open: a keychain that still refuses will be asked again next time.
  if (!renewed.ok) return ok(null)
  return writeKeyFile(path, { ...file, wraps: [renewed.value, ...file.wraps.filter(({ by }) => by !== 'keychain')] })
}

function sealedBy(file: KeyFile, by: 'file' | 'keychain'): Uint8Array | null {
  const wrap = file.wraps.find((candidate) => candidate.by === by)
  return wrap ? Buffer.from(wrap.sealed, 'base64') : null
}

/** Printed with dashes, sealed without: what a person types is read back to the same letters. */
function lettersOf(recoveryCode: string): string {
  return recoveryCode.replaceAll('-', '')
}

function keyPath(dir: string): string {
  return join(dir, 'key.json')
}
