import type { LineId } from '../../shared/ids.ts'
import type { CoreEvent } from '../../shared/ipc/contract.ts'
import type { Provider } from '../provider/port.ts'
import type { RandomBytes } from '../random-share.ts'
import type { RecordInboundParts } from '../services/record-inbound.ts'
import type { Timing } from './timing.ts'

/**
 * How texts come in. `reports`: the provider's book is read. `webhook`: a receiver takes them. `none`: there is no way in, a
 * STOP is not seen, and the window says so.
 */
export type InboundSource = 'reports' | 'webhook' | 'none'

/** What a sending desk works with. */
export interface SendingDeskOptions extends RecordInboundParts {
  readonly provider: Provider
  readonly carrier: 'practice' | 'vonage'
  readonly lineId: LineId
  readonly random: RandomBytes
  /** `reports` when left out. */
  readonly inbound?: InboundSource
  /** By the carrier when left out. */
  readonly timing?: Timing
  readonly emit: (event: CoreEvent) => void
  /** Told of what should not happen: a full disk, a defect. The desk goes on trying. Log its name and code, no more. */
  readonly onTrouble: (cause: unknown) => void
}
