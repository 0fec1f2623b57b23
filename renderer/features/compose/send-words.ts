import type { Preview } from './compose-draft.ts'

/** A sentence about sending: its key, how many it is about, and the moment that is written into it under `when`. */
export interface SendWords {
  readonly key: 'one_now' | 'one_at' | 'many_now' | 'many_at'
  readonly count: number
  readonly atMs: number | null
}

/** Less than this is "now" to a person. */
const SOON_MS = 60_000

/** Says what pressing the button will do: to how many, and whether now or when. */
export function sendWords(
  preview: Pick<Preview, 'recipientCount' | 'firstAtMs'> | undefined,
  isToOne: boolean,
  nowMs: number,
): SendWords {
  const { recipientCount: count = 0, firstAtMs: atMs = null } = preview ?? {}
  const isLater = atMs !== null && atMs > nowMs + SOON_MS
  if (isToOne) return { key: isLater ? 'one_at' : 'one_now', count, atMs }
  return { key: isLater ? 'many_at' : 'many_now', count, atMs }
}
