import { ERROR_CODES, remedyOf } from '../rules/error-codes.ts'
import type { Instant } from '../time.ts'
import { clampRetryAfterMs } from './retry.ts'

/** What became of one request to the provider, and so what the queue does next. */
export type SendOutcome =
  /** The provider has it, under this uuid. */
  | { readonly class: 'ACCEPTED'; readonly uuid: string }
  /** Nothing left this computer: back into the queue. */
  | { readonly class: 'NOT_SENT'; readonly cause: string }
  /** Too fast: back into the queue, not before this time has passed. */
  | { readonly class: 'THROTTLED'; readonly retryAfterMs?: number }
  /** The account or the way to it is at fault: the line pauses, the message stays where it is. */
  | ({ readonly class: 'ACCOUNT'; readonly cause: AccountCause; readonly httpStatus?: number } & ProviderError)
  /** The provider refused this message for good. */
  | ({ readonly class: 'PERMANENT'; readonly httpStatus: number } & ProviderError)
  /** Nobody knows: never sent again by itself. */
  | { readonly class: 'IN_DOUBT'; readonly cause: string; readonly httpStatus?: number }

/** Why nothing can go out over this account just now. */
export type AccountCause = 'credentials' | 'no_credit' | 'refused' | 'not_the_provider'

/** What the provider said about an error. */
interface ProviderError {
  /** A code of `ERROR_CODES`, or one that is not listed there. */
  readonly code?: string
  readonly title?: string
}

/** An answer that was read to its end. */
export interface ProviderAnswer {
  readonly status: number
  readonly contentType: string | null
  readonly body: string
  readonly retryAfter: string | null
  /** By the provider's own clock; needed only to read a Retry-After that names a date. */
  readonly serverNowMs?: Instant
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const LONGEST_TITLE = 200

/**
 * Reads a complete answer. Accepted is 202 with a uuid and nothing else. A 4xx refuses for certain only in the provider's
 * own problem format: a proxy or a captive portal on the way speaks 4xx too, and then the line pauses.
 * Source: developer.vonage.com/en/api/messages and /en/api-errors; RFC 9457 for the problem format.
 */
export function classifyAnswer(answer: ProviderAnswer): SendOutcome {
  const { status } = answer
  if (status === 202) return readAccepted(answer)
  if (status === 429) return throttled(answer)
  if (status === 408 || status < 400 || status >= 500) return inDoubt(`http_${status}`, status)

  const problem = readProblem(answer)
  if (status === 402 || isAboutCredit(problem)) {
    return { class: 'ACCOUNT', cause: 'no_credit', httpStatus: status, ...problem }
  }
  if (status === 401 || status === 403) {
    return { class: 'ACCOUNT', cause: 'credentials', httpStatus: status, ...problem }
  }
  if (!problem) return { class: 'ACCOUNT', cause: 'not_the_provider', httpStatus: status }
  return readRefusal(answer, problem)
}

function readAccepted({ status, body }: ProviderAnswer): SendOutcome {
  const uuid = readObject(body)?.['message_uuid']
  return typeof uuid === 'string' && UUID.test(uuid) ? { class: 'ACCEPTED', uuid } : inDoubt('no_uuid', status)
}

function readRefusal(answer: ProviderAnswer, problem: ProviderError): SendOutcome {
  const httpStatus = answer.status
  switch (ERROR_CODES.codes[problem.code ?? '']?.class) {
    case 'THROTTLED':
      return throttled(answer)
    case 'IN_DOUBT':
      return inDoubt(`code_${problem.code}`, httpStatus)
    case 'ACCOUNT':
      return { class: 'ACCOUNT', cause: 'refused', httpStatus, ...problem }
    case 'PERMANENT':
      return { class: 'PERMANENT', httpStatus, ...problem }
    case undefined: {
      // 400, 404 and 422 speak of this message; any other status would meet the next message as well.
      const isAboutMessage = httpStatus === 400 || httpStatus === 404 || httpStatus === 422
      return isAboutMessage
        ? { class: 'PERMANENT', httpStatus, ...problem }
        : { class: 'ACCOUNT', cause: 'refused', httpStatus, ...problem }
    }
  }
}

/** Out of credit comes under 402, 403 and 422 alike. */
function isAboutCredit(problem: ProviderError | null): boolean {
  return remedyOf(problem?.code ?? null) === 'add_credit'
}

function throttled({ retryAfter, serverNowMs }: ProviderAnswer): SendOutcome {
  const retryAfterMs = clampRetryAfterMs(retryAfter, serverNowMs)
  return retryAfterMs === null ? { class: 'THROTTLED' } : { class: 'THROTTLED', retryAfterMs }
}

function inDoubt(cause: string, httpStatus: number): SendOutcome {
  return { class: 'IN_DOUBT', cause, httpStatus }
}

/** Reads the problem of the provider; null when the answer is not in its format. */
function readProblem({ contentType, body }: ProviderAnswer): ProviderError | null {
  if (!/^application\/(problem\+)?json\b/i.test(contentType?.trim() ?? '')) return null
  const problem = readObject(body)
  const type = problem?.['type']
  const title = problem?.['title']
  const hasTitle = typeof title === 'string' || typeof title === 'number'
  if (typeof type !== 'string' || !hasTitle) return null
  const code = /#([a-z0-9-]{1,40})$/i.exec(type)?.[1] ?? /^\d{1,5}$/.exec(String(title))?.[0]
  return { ...(code === undefined ? {} : { code }), title: String(title).slice(0, LONGEST_TITLE) }
}

function readObject(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body)
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** The failures that can only come before a request has left: no name, no route, no connection, no trust. */
const BEFORE_THE_REQUEST: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/**
 * Reads a request that brought no complete answer. Only a failure known to come before the connection stood, with no
 * header written, is sure to have sent nothing; everything else is in doubt.
 */
export function classifyNoAnswer(failure: {
  readonly hasWrittenHeaders: boolean
  readonly errorCode: string | undefined
}): SendOutcome {
  const cause = failure.errorCode ?? 'unknown'
  const isSafe = !failure.hasWrittenHeaders && BEFORE_THE_REQUEST.has(cause)
  return isSafe ? { class: 'NOT_SENT', cause } : { class: 'IN_DOUBT', cause }
}
