import type { CoreEvent } from '../../shared/ipc/contract.ts'
import type { NewId } from '../../shared/ids.ts'
import type { Clock } from '../../shared/time.ts'
import type { Timing } from '../queue/timing.ts'
import type { KeychainPort } from '../security/keychain-port.ts'
import type { Workshop } from '../workshop/workshop.ts'

/** What every desk of this core is made with. */
export interface CoreParts {
  /** The folder that holds the desks, each in a folder of its own. */
  readonly dataDir: string
  /** The folder with the sample practice. */
  readonly sampleDir: string
  readonly appVersion: string
  /** Another SQLite binding than the packaged one, for a runtime with an older Node-API. */
  readonly nativeBinding?: string
  readonly keychain?: KeychainPort
  /** Another carrier to talk to than the practice carrier. */
  readonly providerUrl?: string
  /** Another rhythm of the queue than the usual one, for tests. */
  readonly timing?: Timing
  /** Resolves once the window shows its first page; the sender begins then. At once when there is no window. */
  readonly untilShown?: Promise<void>
  /** Lets a person choose a folder in the system's window; left out where there is none. */
  readonly chooseFolder?: () => Promise<string | null>
  readonly clock: Clock
  /** Milliseconds that only ever go forward; left out where a test gives the clock. */
  readonly steadyMs?: () => number
  readonly newId: NewId
  readonly random: (size: number) => Uint8Array
  readonly workshop: Workshop
  readonly emit: (event: CoreEvent) => void
  /** Told of what should not happen; the cause may hold people's data, so that only its kind may be written down. */
  readonly reportTrouble: (cause: unknown) => void
}
