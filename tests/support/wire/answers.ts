import type { ServerResponse } from 'node:http'

/** An answer of HTTP, as it stands on the wire. */
export interface WireAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** How a line breaks around a message that the carrier took. */
export const BREAKS = [
  /** Took it; the answer waits for `release`. */
  'hold',
  'close_after_accept',
  'reset_after_accept',
  'cut_body_with_length',
  'cut_body_chunked',
  'empty_202',
  'garbage_202',
  'headers_then_hang',
] as const
export type Break = (typeof BREAKS)[number]

const JSON_TYPE = { 'content-type': 'application/json' }

/** The refusal that Vonage gives with a status, in its own format. Source: developer.vonage.com/en/api-errors; RFC 9457. */
export function problem(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, unknown>> = {},
): WireAnswer {
  const type = `https://developer.vonage.com/api-errors#${status}`
  const body = { type, title: `Refused ${status}`, detail: 'x', instance: 'wire', ...more }
  return { status, headers: { 'content-type': 'application/problem+json', ...headers }, body: JSON.stringify(body) }
}

/** Writes an answer to its end. */
export function giveAnswer(response: ServerResponse, { status, headers, body }: WireAnswer): void {
  response.writeHead(status, { ...headers }).end(body ?? '')
}

/** Writes the headers of a refusal, promises a body, and never sends it. */
export function refuseAndHang(response: ServerResponse): void {
  response.writeHead(503, { 'content-length': '500', 'content-type': 'text/html' }).flushHeaders()
}

/** Answers a message that was taken with `body`, broken in one of the ways above. `hold` keeps the answer for later. */
export function breakAnswer(how: Break, response: ServerResponse, body: string, hold: (answer: () => void) => void) {
  const begin = (headers: Readonly<Record<string, string>>, part: string) => {
    response.writeHead(202, { ...JSON_TYPE, ...headers }).write(part)
  }
  switch (how) {
    case 'hold':
      return hold(() => giveAnswer(response, { status: 202, headers: JSON_TYPE, body }))
    case 'close_after_accept':
      return void response.destroy()
    case 'reset_after_accept':
      return void response.socket?.resetAndDestroy()
    case 'empty_202':
      return giveAnswer(response, { status: 202, headers: JSON_TYPE })
    case 'garbage_202':
      return giveAnswer(response, { status: 202, headers: JSON_TYPE, body: `${body.slice(0, -8)}]]` })
    case 'headers_then_hang':
      return begin({ 'content-length': '500' }, '{')
    case 'cut_body_with_length':
    case 'cut_body_chunked':
      begin(how === 'cut_body_chunked' ? {} : { 'content-length': String(body.length) }, body.slice(0, 10))
      return void setImmediate(() => response.destroy())
  }
}
