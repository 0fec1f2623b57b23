import type { Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'

/** Why a place for pictures did not do what it was asked: it refuses us until a person mends it, or it cannot be reached. */
export type MediaStoreError =
  | {
      readonly code: 'bucket_refused'
      readonly why: 'keys' | 'bucket' | 'rights' | 'link' | 'address'
      readonly httpStatus: number | null
    }
  | { readonly code: 'bucket_unreachable'; readonly cause: string }

/** A picture or file on its way to the networks. */
export interface MediaObject {
  /** Says nothing of what it holds or whom it is for, and cannot be guessed. */
  readonly key: string
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** Until then the link works; at most {@link LONGEST_LINK_MS} from now. */
  readonly expiresAtMs: Instant
}

/** A place from which the networks fetch what a message carries, without a password. Neither method throws. */
export interface MediaStore {
  /** Puts an object and answers the link to it. Putting the same key again is no error and gives a fresh link. */
  put(object: MediaObject): Promise<Result<{ readonly url: string }, MediaStoreError>>
  /** Deletes an object. One that is not there is deleted already. */
  delete(key: string): Promise<Result<null, MediaStoreError>>
}

/** No signed link lives longer. Source: AWS Signature Version 4, X-Amz-Expires. */
export const LONGEST_LINK_MS = 7 * 24 * 60 * 60_000
