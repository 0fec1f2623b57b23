import { fileURLToPath } from 'node:url'
import { composeCore } from '../../electron/compose.ts'
import type { Core, CoreOptions } from '../../electron/compose.ts'
import { createRouter } from '../../electron/ipc/router.ts'
import type { Router } from '../../electron/ipc/router.ts'
import { practiceTiming } from '../../electron/queue/timing.ts'
import { openNodeWorkshop } from '../../electron/workshop/node-link.ts'
import type {
  CoreEvent,
  CoreEventName,
  CoreEvents,
  Envelope,
  InputOf,
  MethodName,
  OutputOf,
} from '../../shared/ipc/contract.ts'
import type { Clock } from '../../shared/time.ts'
import { inTempFolder, TEST_APP_VERSION } from './store.ts'

export const SAMPLE_DIR = fileURLToPath(new URL('../../resources/sample', import.meta.url))

/** The whole core in plain Node: real store, real queue, real practice carrier, real workshop process. */
export interface TestCore {
  readonly dir: string
  readonly clock: Clock
  /** Asks through the router, like the window; the envelope says how it ended. */
  call<M extends MethodName>(method: M, input: InputOf<M>): Promise<Envelope<OutputOf<M>>>
  /** Asks and expects an answer; throws with the error's code when there is none. */
  ask<M extends MethodName>(method: M, input: InputOf<M>): Promise<OutputOf<M>>
  /** Whatever anybody may send: no types, as from a window that was taken over. */
  callAnything(method: unknown, input: unknown): Promise<Envelope<unknown>>
  /** All events since the last start, oldest first. */
  readonly events: readonly CoreEvent[]
  /** Resolves with the first event of the name, past or future, that fits. */
  event<N extends CoreEventName>(name: N, fits?: (value: CoreEvents[N]) => boolean): Promise<CoreEvents[N]>
  /** Asks again after every event until the answer fits, and gives that answer. */
  until<M extends MethodName>(method: M, input: InputOf<M>, fits: (value: OutputOf<M>) => boolean): Promise<OutputOf<M>>
  /** Closes the core well and starts it again on the same folder. */
  restart(changes?: Partial<CoreOptions>): Promise<void>
}

/** Time that runs on from Tuesday 24 November 2026, 9:00 in Seattle: within texting hours, whenever the test runs. */
export function officeHoursClock(): Clock {
  const start = Date.UTC(2026, 10, 24, 17, 0)
  const begun = Date.now()
  return { now: () => start + Date.now() - begun }
}

/** Runs a test with a core of its own in a folder that is gone afterwards. */
export function withCore<T>(use: (core: TestCore) => Promise<T>, options: Partial<CoreOptions> = {}): Promise<T> {
  return inTempFolder(async (dir) => {
    const core = await startTestCore(dir, options)
    try {
      return await use(core)
    } finally {
      await core.close()
    }
  })
}

async function startTestCore(
  dir: string,
  options: Partial<CoreOptions>,
): Promise<TestCore & { close(): Promise<void> }> {
  const clock = options.clock ?? officeHoursClock()
  const events: CoreEvent[] = []
  const listeners = new Set<() => void>()
  let given = options
  let core: Core
  let router: Router

  async function start(): Promise<void> {
    events.splice(0)
    core = await composeCore({ ...usual(dir, clock), ...given })
    router = createRouter({
      handlers: core.handlers,
      newReference: () => 'test',
      reportDefect: (defect) => console.error(JSON.stringify(defect)),
    })
    core.onEvent((event) => {
      events.push(event)
      for (const listener of listeners) listener()
    })
  }

  const callAnything = (method: unknown, input: unknown) => router.call(method, input, { caller: 'window' })
  const call: TestCore['call'] = async (method, input) =>
    (await callAnything(method, input)) as Envelope<OutputOf<typeof method>>
  const ask: TestCore['ask'] = async (method, input) => {
    const answer = await call(method, input)
    if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.error)}`)
    return answer.value
  }

  await start()
  return {
    dir,
    clock,
    call,
    ask,
    callAnything,
    events,
    event: (name, fits = () => true) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = events.find((event) => event.name === name && fits(event.value as CoreEvents[typeof name]))
          if (!found) return
          listeners.delete(look)
          resolve(found.value as CoreEvents[typeof name])
        }
        listeners.add(look)
        look()
      }),
    until: async (method, input, fits) => {
      for (;;) {
        const happened = nextEvent(listeners)
        const value = await ask(method, input)
        if (fits(value)) return value
        await happened
      }
    },
    restart: async (changes = {}) => {
      await core.close()
      given = { ...given, ...changes }
      await start()
    },
    close: () => core.close(),
  }
}

function nextEvent(listeners: Set<() => void>): Promise<void> {
  return new Promise((resolve) => {
    const once = (): void => {
      listeners.delete(once)
      resolve()
    }
    listeners.add(once)
  })
}

function usual(dir: string, clock: Clock): CoreOptions {
  const timing = { ...practiceTiming(clock), syncEveryMs: 100, probeFirstMs: 50, probeLongestMs: 200 }
  return {
    dataDir: dir,
    sampleDir: SAMPLE_DIR,
    appVersion: TEST_APP_VERSION,
    clock,
    timing,
    openLink: openNodeWorkshop,
  }
}
