import type { z } from 'zod'

/**
 * One method of the contract: what goes in, what comes out, and whether it changes anything.
 * `read` methods may be repeated at will; `write` methods leave an audit event and end in `changed` events.
 */
export interface Method<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'read' | 'write'
  readonly input: I
  readonly output: O
}

/** Declares a method that only looks. */
export function read<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<I, O> {
  return { kind: 'read', input, output }
}

/** Declares a method that changes something. */
export function write<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<I, O> {
  return { kind: 'write', input, output }
}
