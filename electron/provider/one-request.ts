import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { Instant } from '../../shared/time.ts'

/** A request as the SDK prepared it, credentials included: never log one. */
export interface PreparedRequest {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** How a request ended on the wire: with an answer that was read to its end, or without one. */
export type WireAnswer =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly contentType: string | null
      readonly retryAfter: string | null
      /** What the other side's clock said, by which a Retry-After that names a date is read; left out if it did not say. */
      readonly serverNowMs?: Instant
      readonly body: string
    }
  | {
      readonly kind: 'no_answer'
      /** False only if not a byte of the request is known to have left. */
      readonly hasWrittenHeaders: boolean
      readonly errorCode: string | undefined
      /** Of an answer that began and was never finished. */
      readonly httpStatus: number | null
    }

/** Whether the headers of one of our requests were written. Set once and never cleared. */
interface Mark {
  isWritten: boolean
}

const current = new AsyncLocalStorage<Mark>()
const marks = new WeakMap<object, Mark>()

// The channels tell of every request in the process, so each of ours is known by the identity of its object.
subscribe('undici:request:create', (message) => {
  const mark = current.getStore()
  if (mark) marks.set((message as { request: object }).request, mark)
})
subscribe('undici:client:sendHeaders', (message) => {
  const mark = marks.get((message as { request: object }).request)
  if (mark) mark.isWritten = true
})

/**
 * Makes exactly one HTTP request under one deadline that also covers reading the whole answer. Redirects are not
 * followed: a 307 would repeat the POST. Never throws.
 */
export async function requestOnce(request: PreparedRequest, deadlineMs: number): Promise<WireAnswer> {
  const mark: Mark = { isWritten: false }
  let httpStatus: number | null = null
  try {
    return await current.run(mark, async () => {
      const response = await fetch(request.url, {
        method: request.method,
        headers: request.headers,
        ...(request.body === undefined ? {} : { body: request.body }),
        redirect: 'manual',
        signal: AbortSignal.timeout(deadlineMs),
      })
      httpStatus = response.status
      return {
        kind: 'answered' as const,
        status: response.status,
        contentType: response.headers.get('content-type'),
        retryAfter: response.headers.get('retry-after'),
        ...serverNow(response.headers.get('date')),
        body: await response.text(),
      }
    })
  } catch (error) {
    const hasWrittenHeaders = mark.isWritten || httpStatus !== null
    return { kind: 'no_answer', hasWrittenHeaders, errorCode: codeOf(error), httpStatus }
  }
}

function serverNow(date: string | null): { readonly serverNowMs?: Instant } {
  const serverNowMs = Date.parse(date ?? '')
  return Number.isNaN(serverNowMs) ? {} : { serverNowMs }
}

/** The code of a network error, at whatever depth Node keeps it. The message is left out: it may carry an address. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error.cause
  if (inner !== undefined) return codeOf(inner)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
