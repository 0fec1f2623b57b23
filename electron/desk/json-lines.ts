import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'

/** One request as it stands on a line. `id` is whatever the script chose to know the answer by. */
export interface LineRequest {
  readonly id: string | number | null
  readonly method: unknown
  readonly input: unknown
}

/** A line that is no request: it is no JSON, or not an object with a method. */
export interface LineError {
  readonly code: 'invalid_input'
  readonly method: ''
  readonly path: 'json' | 'method'
}

/** Reads one line. Bytes stand in it as `{"base64": "..."}`; no input is an empty one. */
export function readRequest(line: string): Result<LineRequest, LineError> {
  let value: unknown
  try {
    value = JSON.parse(line, (_key, inner: unknown) => bytesOf(inner) ?? inner)
  } catch {
    return err({ code: 'invalid_input', method: '', path: 'json' })
  }
  if (typeof value !== 'object' || value === null || !('method' in value)) {
    return err({ code: 'invalid_input', method: '', path: 'method' })
  }
  const { method, id, input } = value as Partial<Record<'id' | 'method' | 'input', unknown>>
  const knownId = typeof id === 'string' || typeof id === 'number' ? id : null
  return ok({ id: knownId, method, input: input === undefined ? {} : input })
}

/** Writes one message as a line, bytes as `{"base64": "..."}`. */
export function writeLine(message: unknown): string {
  return `${JSON.stringify(withBase64(message))}\n`
}

function bytesOf(value: unknown): Uint8Array | null {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1 || !('base64' in value))
    return null
  return typeof value.base64 === 'string' ? new Uint8Array(Buffer.from(value.base64, 'base64')) : null
}

/** A replacer would come too late: Node's buffers turn themselves into JSON before it is asked. */
function withBase64(value: unknown): unknown {
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') }
  if (Array.isArray(value)) return value.map(withBase64)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withBase64(inner)]))
}
