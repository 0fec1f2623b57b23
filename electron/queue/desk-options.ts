import type { LineId } from '../../shared/ids.ts'
import type { CoreEvent } from '../../shared/ipc/contract.ts'
import type { Provider } from '../provider/port.ts'
import type { RandomBytes } from '../random-share.ts'
import type { RecordInboundParts } from '../services/record-inbound.ts'
import type { Timing } from './timing.ts'

/**
 * What a sending desk works with. Nothing in the queue takes time, chance, the network or the disk from anywhere else, so
 * that the same inputs give the same outputs.
 */
export interface SendingDeskOptions extends RecordInboundParts {
  readonly provider: Provider
  readonly carrier: 'practice' | 'vonage'
  readonly lineId: LineId
  readonly random: RandomBytes
  /**
   * How texts come in: `reports` reads the provider's book, `webhook` is told by a receiver (`heardInbound`), `none` has no
   * way in, and a STOP is not seen. `reports` when left out.
   */
  readonly inbound?: 'reports' | 'webhook' | 'none'
  /** Milliseconds that only ever go forward, whatever happens to the clock on the wall. By `clock` when left out. */
  readonly steadyMs?: () => number
  /** By the carrier when left out. */
  readonly timing?: Timing
  readonly emit: (event: CoreEvent) => void
  /** Told of what should not happen: a full disk, a defect. The desk goes on trying. Log its name and code, no more. */
  readonly onTrouble: (cause: unknown) => void
}
