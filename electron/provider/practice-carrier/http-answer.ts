import type { IncomingMessage, ServerResponse } from 'node:http'

const BODY_LIMIT_BYTES = 64 * 1024

/** Writes a JSON answer. */
export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** Writes a refusal in the shape of RFC 9457, as Vonage does. */
export function answerProblem(
  response: ServerResponse,
  status: number,
  title: string,
  more: {
    readonly detail?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly invalid?: unknown
  } = {},
): void {
  const problem = {
    type: `https://developer.vonage.com/api-errors/messages#${status}`,
    title,
    detail: more.detail ?? title,
    instance: 'practice-carrier',
    ...(more.invalid === undefined ? {} : { invalid_parameters: more.invalid }),
  }
  response
    .writeHead(status, { 'content-type': 'application/problem+json', ...more.headers })
    .end(JSON.stringify(problem))
}

/** Reads a request's body as JSON; `undefined` when it is too long or no JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length
    if (sizeBytes > BODY_LIMIT_BYTES) return undefined
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

/** Tells whether a request carries these Basic credentials. */
export function isAuthorized(request: IncomingMessage, apiKey: string, apiSecret: string): boolean {
  return request.headers.authorization === `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`
}
