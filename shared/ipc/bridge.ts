import type { CoreEventName, CoreEvents, Envelope, InputOf, MethodName, OutputOf } from './contract.ts'

/** All that the window sees of the desktop: `window.optdesk`, put there by the preload script. */
export interface Bridge {
  /** Asks the core; never rejects for anything a person can act on, the envelope says how it ended. */
  call<M extends MethodName>(method: M, input: InputOf<M>): Promise<Envelope<OutputOf<M>>>
  /** Listens to one kind of event; answers the function that stops listening. */
  on<N extends CoreEventName>(name: N, listener: (value: CoreEvents[N]) => void): () => void
}
