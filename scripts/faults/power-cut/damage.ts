/** What is wrong with what a power cut left: it does not open, SQLite calls it damaged, or something promised is missing. */
export interface Damage {
  readonly kind: 'unopenable' | 'damaged' | 'lost' | 'half'
  readonly what: string
}
