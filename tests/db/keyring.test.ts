import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { KeychainPort } from '../../electron/security/keychain-port.ts'
import { createKeyring, MIN_PASSPHRASE_LENGTH, type NewKeyring, openKeyring } from '../../electron/security/keyring.ts'
import { seededRandom } from '../support/seeded.ts'
import { inTempFolder } from '../support/store.ts'

const passphrase = 'four calm geese on a café roof'
const random = seededRandom('keyring')

/** A keychain as a system has it: what it sealed opens only with the same login. */
function keychainOf(login: number): KeychainPort {
  const turned = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ login)
  return {
    isReal: () => true,
    wrap: (bytes) => Promise.resolve(Buffer.concat([Buffer.from([login]), turned(bytes)])),
    unwrap: (sealed) =>
      sealed[0] === login
        ? Promise.resolve(turned(sealed.subarray(1)))
        : Promise.reject(new Error('not your keychain')),
  }
}

async function made(options: Omit<NewKeyring, 'random'>): Promise<{ key: Uint8Array; recoveryCode: string }> {
  const keyring = await createKeyring({ ...options, random })
  if (!keyring.ok) throw new Error(keyring.error.code)
  return { key: keyring.value.key, recoveryCode: keyring.value.recoveryCode ?? '' }
}

test('a passphrase opens the key it was made with; none and another one do not', async () => {
  await inTempFolder(async (dir) => {
    const { key } = await made({ dir, protection: 'passphrase', passphrase })
    expect(key).toHaveLength(32)
    expect(await openKeyring({ dir })).toEqual({ ok: false, error: { code: 'passphrase_needed' } })
    expect(await openKeyring({ dir, secret: `${passphrase}!` })).toEqual({
      ok: false,
      error: { code: 'wrong_passphrase' },
    })
    const opened = await openKeyring({ dir, secret: passphrase.normalize('NFD') })
    expect(opened.ok && Buffer.compare(opened.value.key, key)).toBe(0)
  })
})

test('the recovery code opens it too, however it is typed, and a slip in it does not', async () => {
  await inTempFolder(async (dir) => {
    const { key, recoveryCode } = await made({ dir, protection: 'passphrase', passphrase })
    expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
    const sloppy = ` ${recoveryCode.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l')}`
    const opened = await openKeyring({ dir, secret: sloppy })
    expect(opened.ok && Buffer.compare(opened.value.key, key)).toBe(0)
    const slip = (recoveryCode.startsWith('A') ? 'B' : 'A') + recoveryCode.slice(1)
    expect(await openKeyring({ dir, secret: slip })).toEqual({ ok: false, error: { code: 'wrong_passphrase' } })
  })
})

test('a lost keychain asks for the recovery code, and the keychain that is there then opens by itself', async () => {
  await inTempFolder(async (dir) => {
    const { key, recoveryCode } = await made({ dir, protection: 'keychain', keychain: keychainOf(7) })
    expect(await openKeyring({ dir, keychain: keychainOf(7) })).toMatchObject({
      ok: true,
      value: { protection: 'keychain' },
    })
    const lost = { ok: false, error: { code: 'keychain_lost' } }
    expect(await openKeyring({ dir })).toEqual(lost)
    expect(await openKeyring({ dir, keychain: keychainOf(9) })).toEqual(lost)
    expect((await openKeyring({ dir, keychain: keychainOf(9), secret: recoveryCode })).ok).toBe(true)
    const opened = await openKeyring({ dir, keychain: keychainOf(9) })
    expect(opened.ok && Buffer.compare(opened.value.key, key)).toBe(0)
    expect((await openKeyring({ dir, secret: recoveryCode })).ok).toBe(true)
  })
})

test('a keychain that only pretends is not used', async () => {
  await inTempFolder(async (dir) => {
    const pretending = { ...keychainOf(7), isReal: () => false }
    await expect(createKeyring({ dir, protection: 'keychain', keychain: pretending, random })).rejects.toThrow(
      'keychain',
    )
  })
})

test('the practice key opens by itself and has no recovery code', async () => {
  await inTempFolder(async (dir) => {
    const keyring = await createKeyring({ dir, protection: 'file', random })
    if (!keyring.ok) throw new Error(keyring.error.code)
    expect(keyring.value.recoveryCode).toBeNull()
    const opened = await openKeyring({ dir })
    expect(opened.ok && Buffer.compare(opened.value.key, keyring.value.key)).toBe(0)
  })
})

test('a key is never made over another', async () => {
  await inTempFolder(async (dir) => {
    await made({ dir, protection: 'file' })
    const before = await readFile(join(dir, 'key.json'))
    expect(await createKeyring({ dir, protection: 'file', random })).toEqual({
      ok: false,
      error: { code: 'office_exists' },
    })
    expect(await readFile(join(dir, 'key.json'))).toEqual(before)
  })
})

test('a short passphrase is refused with the length that is needed', async () => {
  await inTempFolder(async (dir) => {
    const short = 'x'.repeat(MIN_PASSPHRASE_LENGTH - 1)
    expect(await createKeyring({ dir, protection: 'passphrase', passphrase: short, random })).toEqual({
      ok: false,
      error: { code: 'passphrase_too_short', minLength: MIN_PASSPHRASE_LENGTH },
    })
  })
})

test('neither the key nor a secret stands in the key file', async () => {
  await inTempFolder(async (dir) => {
    const { key, recoveryCode } = await made({ dir, protection: 'passphrase', passphrase })
    const text = await readFile(join(dir, 'key.json'), 'utf8')
    const secrets = [passphrase, recoveryCode, recoveryCode.replaceAll('-', '')]
    for (const secret of [...secrets, Buffer.from(key).toString('base64'), Buffer.from(key).toString('hex')]) {
      expect(text).not.toContain(secret)
    }
  })
})

test.each(['', '{', '{"version":2}', '[]'])('a damaged key file (%j) is a broken store', async (text) => {
  await inTempFolder(async (dir) => {
    await writeFile(join(dir, 'key.json'), text)
    expect(await openKeyring({ dir })).toEqual({
      ok: false,
      error: { code: 'store_broken', path: join(dir, 'key.json') },
    })
  })
})
