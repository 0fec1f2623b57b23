import type { LineId } from '../../shared/ids.ts'
import type { CoreEvent } from '../../shared/ipc/contract.ts'
import type { Provider } from '../provider/port.ts'
import type { RandomBytes } from '../random-share.ts'
import type { RecordInboundParts } from '../services/record-inbound.ts'
import type { Timing } from './timing.ts'

/**
 * How texts come in. `reports`: the provider's book is read, and nothing leaves unless that was done lately. `webhook`: a
 * receiver takes them and says with `heardInbound` that it stands; nothing leaves unless it did lately. `none`: there is no
 * way in, a STOP is not seen, and nothing is waited for; the window says so.
 */
export type InboundSource = 'reports' | 'webhook' | 'none'

/**
 * What a sending desk works with. Nothing in the queue takes time, chance, the network or the disk from anywhere else, so
 * that the same inputs give the same outputs.
 */
export interface SendingDeskOptions extends RecordInboundParts {
  readonly provider: Provider
  readonly carrier: 'practice' | 'vonage'
  /** The line that the desk shows where it shows one. All lines of the store are served. */
  readonly lineId: LineId
  readonly random: RandomBytes
  /** `reports` when left out. A receiver beside it may call `recordInbound` as well: the same text acts once. */
  readonly inbound?: InboundSource
  /** Milliseconds that only ever go forward, whatever happens to the clock on the wall. By `clock` when left out. */
  readonly steadyMs?: () => number
  /** The IANA zone in which the office's days begin. The networks' own when left out. */
  readonly practiceZone?: () => string
  /** At most so many requests on their way at once, and begun in a minute, over all lines. By `line-classes.ts` when left out. */
  readonly mostInFlight?: number
  readonly requestsPerMin?: number
  /** By the carrier when left out. */
  readonly timing?: Timing
  /** The first step is taken when this resolves; at once when left out. */
  readonly mayBegin?: Promise<void>
  readonly emit: (event: CoreEvent) => void
  /** Told of what should not happen: a full disk, a defect. The desk goes on trying. Log its name and code, no more. */
  readonly onTrouble: (cause: unknown) => void
}
