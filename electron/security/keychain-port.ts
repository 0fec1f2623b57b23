/** The operating system's keychain. Outside Electron there is none. */
export interface KeychainPort {
  /** True where what is wrapped here can only be unwrapped by the login of the same person. */
  isReal(): boolean
  /** Seals bytes. Rejects when the keychain refuses. */
  wrap(bytes: Uint8Array): Promise<Uint8Array>
  /** Opens what `wrap` sealed. Rejects when the keychain refuses, or is another one. */
  unwrap(sealed: Uint8Array): Promise<Uint8Array>
}
