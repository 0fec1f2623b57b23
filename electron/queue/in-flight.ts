import type { SendOutcome } from '../../shared/domain/send-outcome.ts'
import type { Why } from '../db/repos/deliveries.ts'
import type { Claimed } from './claimed.ts'

/** How a claimed delivery went on: its request ended, or it was held back before one was made. */
export type Ending =
  | { readonly claimed: Claimed; readonly outcome: SendOutcome }
  | { readonly claimed: Claimed; readonly heldBack: HeldBack }

/** Why no request was made: the number may not be texted any more, or a person must first read its last reply. */
export interface HeldBack {
  readonly to: 'blocked' | 'queued'
  readonly why: Why
}

/** The requests on their way, and the endings that are not written down yet. It lives as long as the process. */
export class InFlight {
  readonly #open = new Map<string, { readonly claimed: Claimed; readonly request: Promise<void> }>()
  #endings: readonly Ending[] = []
  readonly #onEnding: () => void
  readonly #onDefect: (cause: unknown) => void

  constructor(onEnding: () => void, onDefect: (cause: unknown) => void) {
    this.#onEnding = onEnding
    this.#onDefect = onDefect
  }

  /** How many requests are on their way. */
  get count(): number {
    return this.#open.size
  }

  get endings(): readonly Ending[] {
    return this.#endings
  }

  /** Makes a request. A provider that throws against its promise leaves the outcome unknown. */
  open(claimed: Claimed, send: () => Promise<SendOutcome>): void {
    const request = this.#outcomeOf(send).then((outcome) => {
      this.#open.delete(claimed.clientRef)
      this.add({ claimed, outcome })
    })
    this.#open.set(claimed.clientRef, { claimed, request })
  }

  async #outcomeOf(send: () => Promise<SendOutcome>): Promise<SendOutcome> {
    try {
      return await send()
    } catch (cause) {
      this.#onDefect(cause)
      return { class: 'IN_DOUBT', cause: 'defect' }
    }
  }

  add(ending: Ending): void {
    this.#endings = [...this.#endings, ending]
    this.#onEnding()
  }

  /** These are on disk. */
  forget(written: readonly Ending[]): void {
    this.#endings = this.#endings.filter((ending) => !written.includes(ending))
  }

  /** What is on its way or not written down yet: this process knows its outcome, or will. */
  claimed(): readonly Claimed[] {
    return [...this.#open.values(), ...this.#endings].map(({ claimed }) => claimed)
  }

  /** Resolves when nothing is on its way any more. */
  async ended(): Promise<void> {
    await Promise.all([...this.#open.values()].map(({ request }) => request))
  }
}
