import type { CoreEvent } from '../../shared/ipc/contract.ts'
import type { BroadcastId, LineId, NewId, StaffId } from '../../shared/ids.ts'
import type { Clock } from '../../shared/time.ts'
import type { BlobStore } from '../blobs/blob-store.ts'
import type { Store } from '../db/open.ts'
import type { PracticeCarrier } from '../provider/practice-carrier/practice-carrier.ts'
import type { SendingDesk } from '../queue/sending-desk.ts'
import type { PlanOutcome } from '../services/finish-plan.ts'
import type { Workshop } from '../workshop/workshop.ts'
import type { MediaUploads } from '../services/upload-media.ts'
import type { ScanFolder } from '../scan-folder/watch-folder.ts'
import type { PileReading } from '../services/read-pile.ts'
import type { DeskSettings, Practice } from './desk-settings.ts'
import type { MediaPlace } from './media-place.ts'
import type { Receiving } from './receiving.ts'
import type { OffBecause } from './sending.ts'

/** All that a service may use of the open desk. It lives as long as the desk is open. */
export interface DeskServices {
  readonly store: Store
  readonly blobs: BlobStore
  readonly workshop: Workshop
  /** Null while nothing can leave: then messages wait. Another one after each restart of the sending. */
  readonly sendingDesk: SendingDesk | null
  /** Why nothing can leave; null while something sends or is about to. */
  sendingOff(): OffBecause | null
  /** Puts what sends together anew, from the account, the lines and the switch as they are set now. */
  restartSending(): Promise<void>
  /** What receives the provider's webhooks; off until somebody switches it on. */
  readonly receiving: Receiving
  /** Where the provider is reached. */
  readonly apiHost: string
  /** Null on the office desk, and while an outside carrier is used. */
  readonly carrier: PracticeCarrier | null
  /** Where pictures are put for the networks to fetch. */
  readonly mediaPlace: MediaPlace
  /** Puts what messages carry there in time, and deletes it afterwards. */
  readonly mediaUploads: MediaUploads
  /** Reads the sheets that came in. */
  readonly pileReading: PileReading
  /** Takes in what the office's scanner writes into its folder. */
  readonly scanFolder: ScanFolder
  /** Lets a person choose a folder in the system's window; null without one. */
  chooseFolder(): Promise<string | null>
  /** The sending number by which new messages leave. */
  readonly lineId: LineId
  /** The practice desk is fiction: only there may a number be of the range kept for it. */
  readonly isPractice: boolean
  /** The folder with the sample practice. */
  readonly sampleDir: string
  readonly clock: Clock
  readonly newId: NewId
  readonly random: (size: number) => Uint8Array
  /** The broadcasts whose copies are being made now, so that each is made by one alone. */
  readonly plansUnderWay: Map<BroadcastId, Promise<PlanOutcome>>
  /** Aborted when the desk is about to close: a long work stops at its next piece. */
  readonly closing: AbortSignal
  readonly settings: DeskSettings
  /** Who sits at the desk now; every write carries this name. */
  staffId(): StaffId
  /** The practice as it is set now. */
  practice(): Practice
  /** The practice's zone as an IANA name, in which days and hours are written. */
  practiceZone(): string
  /** Tells the window and scripts. */
  emit(event: CoreEvent): void
}
