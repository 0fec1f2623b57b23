import { safeStorage } from 'electron'

/** Backends of Linux that only pretend: `basic_text` is a password written in Chromium's own source. */
const PRETENDING_BACKENDS: readonly string[] = ['basic_text', 'unknown']

/** The operating system's keychain, as the core sees it. Bytes in, bytes out; rejects when the keychain refuses. */
export const keychain = {
  /** True where what is wrapped here can only be unwrapped by this person's own login. */
  isReal(): boolean {
    if (!safeStorage.isEncryptionAvailable()) return false
    return process.platform !== 'linux' || !PRETENDING_BACKENDS.includes(safeStorage.getSelectedStorageBackend())
  },

  /** Seals bytes with the keychain. Newer Electrons do it without blocking; older ones have only the blocking call. */
  async wrap(bytes: Uint8Array): Promise<Uint8Array> {
    const text = Buffer.from(bytes).toString('base64')
    return hasAsyncCalls() ? safeStorage.encryptStringAsync(text) : safeStorage.encryptString(text)
  },

  /** Opens what {@link keychain.wrap} sealed. */
  async unwrap(sealed: Uint8Array): Promise<Uint8Array> {
    const bytes = Buffer.from(sealed)
    const text = hasAsyncCalls()
      ? (await safeStorage.decryptStringAsync(bytes)).result
      : safeStorage.decryptString(bytes)
    return Buffer.from(text, 'base64')
  },
}

function hasAsyncCalls(): boolean {
  return typeof safeStorage.encryptStringAsync === 'function'
}
