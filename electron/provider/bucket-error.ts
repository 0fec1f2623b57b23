import type { MediaStoreError } from './media-store.ts'

type Why = Extract<MediaStoreError, { readonly code: 'bucket_refused' }>['why']

/** What a service that speaks S3 calls what a person must mend. Source: Amazon S3 API, error responses. */
const REFUSALS: Readonly<Record<string, Why>> = {
  InvalidAccessKeyId: 'keys',
  SignatureDoesNotMatch: 'keys',
  ExpiredToken: 'keys',
  InvalidToken: 'keys',
  NoSuchBucket: 'bucket',
  InvalidBucketName: 'bucket',
  AccessDenied: 'rights',
  AllAccessDisabled: 'rights',
  AccountProblem: 'rights',
  PermanentRedirect: 'address',
  AuthorizationHeaderMalformed: 'address',
  IllegalLocationConstraintException: 'address',
}

/** The SDK could not even make a request of what was typed. */
const NO_ADDRESS: ReadonlySet<string> = new Set(['ERR_INVALID_URL', 'ERR_INVALID_PROTOCOL', 'ENOTFOUND'])

/**
 * Reads what the SDK threw. What is not known is `bucket_unreachable`: it is tried again, and does no harm. The message is
 * left out, for an address or a key may be in it.
 */
export function bucketErrorOf(thrown: unknown): MediaStoreError {
  const { name, httpStatus, code } = factsOf(thrown)
  const why = REFUSALS[name] ?? whyOfStatus(httpStatus)
  if (why !== null) return { code: 'bucket_refused', why, httpStatus }
  if (NO_ADDRESS.has(code)) return { code: 'bucket_refused', why: 'address', httpStatus: null }
  return { code: 'bucket_unreachable', cause: code || name || 'unknown' }
}

/** A refusal without a name, as from a service that is no bucket at all. */
function whyOfStatus(httpStatus: number | null): Why | null {
  if (httpStatus === 301 || httpStatus === 307) return 'address'
  if (httpStatus === 401) return 'keys'
  if (httpStatus === 403) return 'rights'
  return httpStatus === 404 || httpStatus === 405 ? 'address' : null
}

function factsOf(thrown: unknown): {
  readonly name: string
  readonly httpStatus: number | null
  readonly code: string
} {
  if (!(thrown instanceof Error)) return { name: '', httpStatus: null, code: '' }
  const { $metadata, code } = thrown as Error & {
    readonly $metadata?: { readonly httpStatusCode?: number }
    readonly code?: unknown
  }
  return {
    name: thrown.name === 'Error' || thrown.name === 'TypeError' ? '' : thrown.name,
    httpStatus: $metadata?.httpStatusCode ?? null,
    code: typeof code === 'string' ? code : '',
  }
}
