import type { CoreEvent } from '../../shared/ipc/contract.ts'

/** Hears everything the core tells. */
export type CoreListener = (event: CoreEvent) => void

/** The core's own voice: what it emits reaches everyone who listens. */
export interface CoreEventHub {
  emit(event: CoreEvent): void
  /** Answers the function that stops listening. */
  listen(listener: CoreListener): () => void
}

/** Makes an event hub. A listener that throws is a programmer's error and reaches `reportThrown`; the others still hear. */
export function createEventHub(reportThrown: (thrown: unknown) => void): CoreEventHub {
  const listeners = new Set<CoreListener>()

  function emit(event: CoreEvent): void {
    for (const listener of listeners) {
      try {
        listener(event)
      } catch (thrown) {
        reportThrown(thrown)
      }
    }
  }

  function listen(listener: CoreListener): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return { emit, listen }
}
