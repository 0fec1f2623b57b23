import type { Candidate } from '../db/repos/waiting-deliveries.ts'
import type { Attachment } from '../provider/port.ts'
import type { E164 } from '../../shared/ids.ts'

/** What a message takes along besides its words, as it stood when the message was claimed. */
export interface Enclosure {
  readonly attachments: readonly Attachment[]
  /** The others in the group; empty for a message to one person alone. */
  readonly participants: readonly E164[]
}

/** A delivery that is about to leave. Its attempt is on disk; only now may a connection be opened for it. */
export interface Claimed {
  readonly candidate: Candidate
  /** `<delivery id>.<attempt>` */
  readonly clientRef: string
  readonly attempts: number
  readonly enclosure: Enclosure
}
