import type { KeychainPort } from '../../electron/security/keychain-port.ts'

/** A keychain as the system would offer it, but for its secrecy: bytes are turned over. */
export function pretendedKeychain(): KeychainPort {
  const turnOver = async (bytes: Uint8Array): Promise<Uint8Array> => bytes.map((byte) => byte ^ 0x5a)
  return { isReal: () => true, wrap: turnOver, unwrap: turnOver }
}
