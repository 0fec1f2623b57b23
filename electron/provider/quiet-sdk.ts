import debug from 'debug'

/**
 * Keeps the SDK from telling the terminal what it sends: with `DEBUG=vonage:*` in the environment it prints the private
 * key, the secret, the numbers and the words. Its own modules ask this switch at every line.
 */
export function quietSdk(): void {
  debug.disable()
}
