/** What may be written down of an error that nobody expected: where it happened, never what it was about. */
export interface Defect {
  /** A short name under which a person can find the entry in the log. */
  readonly reference: string
  readonly method: string
  readonly name: string
  /** `SQLITE_CONSTRAINT`, `ENOENT` and the like; empty when the error has none. */
  readonly code: string
  /** The stack without its first line: an error's message may hold a name or a number. */
  readonly frames: readonly string[]
}

const STACK_FRAME = /^\s+at /

/** Describes a thrown value without its message, so that no person's data reaches a log. */
export function describeDefect(thrown: unknown, method: string, reference: string): Defect {
  if (!(thrown instanceof Error)) return { reference, method, name: typeof thrown, code: '', frames: [] }
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : ''
  const frames = (thrown.stack ?? '').split('\n').filter((line) => STACK_FRAME.test(line))
  return { reference, method, name: thrown.name, code, frames: frames.map((line) => line.trim()) }
}
