import { randomBytes, webcrypto } from 'node:crypto'

const { subtle } = webcrypto

/** The first bytes of every file: "Optdesk blob, version 1". */
const MARK = new TextEncoder().encode('ODB1')
const NONCE_LENGTH = 12

/** Encrypts bytes under their own SHA-256, so that a file that was given another name does not open. */
export async function sealBlob(key: webcrypto.CryptoKey, sha256: string, bytes: Uint8Array): Promise<Uint8Array> {
  // Not from the core's own source of randomness: a nonce that came twice would give the text away.
  const nonce = randomBytes(NONCE_LENGTH)
  const sealed = await subtle.encrypt(cipher(nonce, sha256), key, bytes)
  return Buffer.concat([MARK, nonce, new Uint8Array(sealed)])
}

/** Decrypts what {@link sealBlob} made; null when it was damaged, or belongs under another name or key. */
export async function openBlob(key: webcrypto.CryptoKey, sha256: string, file: Uint8Array): Promise<Uint8Array | null> {
  const start = MARK.length + NONCE_LENGTH
  if (file.length < start || Buffer.compare(file.subarray(0, MARK.length), MARK) !== 0) return null
  try {
    const opened = await subtle.decrypt(cipher(file.subarray(MARK.length, start), sha256), key, file.subarray(start))
    const bytes = new Uint8Array(opened)
    return (await sha256Of(bytes)) === sha256 ? bytes : null
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'OperationError') return null
    throw cause
  }
}

/** SHA-256 in hex, worked out off the main thread: an original may have 20 MB. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await subtle.digest('SHA-256', bytes)).toString('hex')
}

function cipher(nonce: Uint8Array, sha256: string): webcrypto.AesGcmParams {
  return { name: 'AES-GCM', iv: nonce, additionalData: Buffer.from(sha256, 'hex') }
}
