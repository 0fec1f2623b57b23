import type { Post } from '../judge-carrier.ts'
import type { Snapshot, StoredDelivery } from './snapshot.ts'

/** Something a person asked of the core, and what the core said it had done. */
export interface Ask {
  readonly onceKey: string
  readonly method: 'messages.send' | 'broadcasts.schedule'
  readonly input: object
  /** Null until the core answered; a kill may have swallowed the answer, so the same is asked again with the same key. */
  answer: { readonly id: string; readonly deliveries: number } | null
  /** Why it was refused; such a person is not texted. */
  refusal: string | null
}

/** A person said stop: by a word to the staff, or by a text. */
export interface Stop {
  readonly e164: string
  readonly how: 'staff' | 'text'
  /** The life in which the core said that it is stored, or during which the text came to stand in the carrier's book. */
  readonly inLife: number
  /** How many requests had reached the carrier by then. */
  readonly afterPost: number
  /** Deliveries that were on their way by then, because they had been claimed before; null where nobody could ask. */
  readonly onTheirWay: ReadonlySet<string> | null
}

/** One start of the core, from the outside. Instants are those of the core's clock. */
export interface Life {
  readonly number: number
  readonly startedAtMs: number
  /** Milliseconds until it answered; null when it was killed before. */
  readonly readyAfterMs: number | null
  /** What its first answer said of the desk: `ready`, or that it could not be opened; null when it was killed before. */
  readonly deskState: string | null
  /** What reached the carrier from it. */
  readonly posts: readonly Post[]
}

/** Everything that was asked and that the carrier saw. */
export interface History {
  readonly posts: readonly Post[]
  readonly asks: readonly Ask[]
  readonly stops: readonly Stop[]
  /** How often a person asked for a delivery to be sent again; an ask that was never answered counts. */
  readonly sentAgain: ReadonlyMap<string, number>
}

/** A broken promise: which one, and where it showed. */
export interface Violation {
  readonly rule:
    | 'sent twice'
    | 'lost'
    | 'stuck'
    | 'sent after a stop'
    | 'stop lost'
    | 'more in doubt than in flight'
    | 'doubt not resolved'
    | 'sent without an attempt on disk'
    | 'said what is not so'
    | 'file damaged'
    | 'did not open'
  readonly what: string
}

/** The delivery that a client reference belongs to. */
export function idOf(clientRef: string): string {
  return clientRef.slice(0, clientRef.lastIndexOf('.'))
}

/** The deliveries whose outcome nobody knows. */
export function inDoubt(snapshot: Snapshot): readonly StoredDelivery[] {
  return [...snapshot.deliveries.values()].filter(isDoubtful)
}

/** Tells whether the outcome of a delivery is unknown. */
export function isDoubtful(delivery: StoredDelivery | undefined): boolean {
  return delivery?.state === 'in_doubt' || delivery?.state === 'needs_person'
}
