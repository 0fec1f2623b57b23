/** What the recorded desk may be at when the power is cut. */
export type Section = 'upgrade' | 'office' | 'practice' | 'work'

/** Something the desk said was done, or something that may only follow once another thing is on the disk. */
export type Promised =
  | { readonly kind: 'section'; readonly section: Section }
  /** A store of the first schema was filled; then it was taken to the newest. */
  | { readonly kind: 'old_store'; readonly keyHex: string; readonly words: readonly string[] }
  | { readonly kind: 'upgraded'; readonly steps: number }
  | { readonly kind: 'office'; readonly recoveryCode: string }
  | { readonly kind: 'practice'; readonly people: number }
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'message'; readonly id: string }
  | { readonly kind: 'broadcast'; readonly id: string; readonly deliveries: number }
  | { readonly kind: 'stop'; readonly e164: string }
  | { readonly kind: 'original'; readonly sha256: string }
  /** A request reached the carrier: its attempt must be on the disk. */
  | { readonly kind: 'request'; readonly clientRef: string }

/** The file in the recorded folder to which the desk writes what it promised, a line of JSON each. */
export const PROMISES = 'promises.jsonl'
