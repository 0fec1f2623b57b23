import type { OutputOf } from '../../../shared/ipc/contract.ts'
import type { Instant } from '../../../shared/time.ts'

type Refused = OutputOf<'receiver.get'>['refused'][number]

/** Counts what was turned away by its kind: as many rows as kinds, however many strangers knock. */
export class RefusalTally {
  readonly #byKind = new Map<Refused['why'], Refused>()

  add(why: Refused['why'], atMs: Instant): void {
    this.#byKind.set(why, { why, count: (this.#byKind.get(why)?.count ?? 0) + 1, lastAtMs: atMs })
  }

  /** The most frequent first. */
  rows(): Refused[] {
    return [...this.#byKind.values()].toSorted((left, right) => right.count - left.count)
  }

  forget(): void {
    this.#byKind.clear()
  }
}
