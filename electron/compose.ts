import { randomBytes } from 'node:crypto'
import type { CoreEvent } from '../shared/ipc/contract.ts'
import { newUlid } from '../shared/ids.ts'
import { err } from '../shared/result.ts'
import type { Clock } from '../shared/time.ts'
import type { CoreParts } from './desk/core-parts.ts'
import { DESK_METHODS } from './desk/desk-handlers.ts'
import type { DeskHandlers } from './desk/desk-handlers.ts'
import { startDeskSwitch } from './desk/desk-switch.ts'
import type { DeskSwitch } from './desk/desk-switch.ts'
import { recordSetup } from './desk/recorded-setup.ts'
import { describeDefect } from './ipc/defect.ts'
import { createEventHub } from './ipc/events.ts'
import type { CoreListener } from './ipc/events.ts'
import { setupHandlers } from './ipc/handlers/setup.ts'
import type { CallContext, Handlers } from './ipc/router.ts'
import type { OpenWorkshopLink } from './workshop/port.ts'
import { createWorkshopAndScanner } from './workshop/workshop-and-scanner.ts'

/** What differs between the window, `npm run core` and a test. */
export interface CoreOptions extends Pick<
  CoreParts,
  'dataDir' | 'sampleDir' | 'appVersion' | 'nativeBinding' | 'keychain' | 'providerUrl' | 'timing' | 'untilShown'
> {
  /** Starts the workshop process. */
  readonly openLink: OpenWorkshopLink
  /** The computer's own, unless a test brings another. */
  readonly clock?: Clock
  readonly random?: (size: number) => Uint8Array
}

/** All of Optdesk but its window. */
export interface Core {
  readonly handlers: Handlers
  /** Hears what the core tells without being asked; the answer stops listening. */
  onEvent(listener: CoreListener): () => void
  /** Lets what is under way end, and closes the store. */
  close(): Promise<void>
}

/**
 * Composes the core: the workshop beside it, the desk that was open last, and one handler for every method of the contract.
 * A desk that cannot be opened is no error here: `setup.state` tells it.
 */
export async function composeCore(options: CoreOptions): Promise<Core> {
  const hub = createEventHub(reportTrouble)
  const parts = completeParts(options, (event) => hub.emit(event))
  const desks = await startDeskSwitch(parts)
  const handlers: Handlers = { ...recordSetup(setupHandlers(desks, parts), desks, parts), ...openDeskHandlers(desks) }

  async function close(): Promise<void> {
    await desks.close()
    parts.workshop.close()
  }
  return { handlers, onEvent: (listener) => hub.listen(listener), close }
}

function completeParts(options: CoreOptions, emit: (event: CoreEvent) => void): CoreParts {
  const {
    openLink,
    clock = { now: () => Date.now() },
    random = (size) => new Uint8Array(randomBytes(size)),
    ...given
  } = options
  const newId = (): string => newUlid(clock.now(), random)
  // A test that gives the clock owns all of the time.
  const steady = options.clock ? {} : { steadyMs: () => performance.now() }
  return {
    ...given,
    ...steady,
    clock,
    random,
    newId,
    workshop: createWorkshopAndScanner(openLink),
    emit,
    reportTrouble,
  }
}

/** Hands each call to the desk that is open at that moment. */
function openDeskHandlers(desks: DeskSwitch): DeskHandlers {
  const handOver = DESK_METHODS.map((method) => [
    method,
    async (input: unknown, context: CallContext) => {
      const handler = desks.current()?.handlers[method] as ((given: unknown, by: CallContext) => unknown) | undefined
      return handler ? handler(input, context) : err({ code: 'desk_closed' })
    },
  ])
  // The desk's table has the same methods with the same types; passing through hides that from the compiler.
  return Object.fromEntries(handOver) as DeskHandlers
}

/** What nobody asked for and nobody is there to answer goes to the log, by its kind alone. */
function reportTrouble(cause: unknown): void {
  console.error(JSON.stringify(describeDefect(cause, '', '')))
}
