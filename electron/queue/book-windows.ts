import { DAY_MS, type Instant } from '../../shared/time.ts'

/** A stretch of time: from inclusive, to exclusive. */
export interface Window {
  readonly fromMs: Instant
  readonly toMs: Instant
}

/** Cuts a stretch of time into pieces of at most 24 hours, which is as much as the provider tells at once; oldest first. */
export function windowsOf(fromMs: Instant, toMs: Instant): readonly Window[] {
  const windows: Window[] = []
  for (let startMs = fromMs; startMs < toMs; startMs += DAY_MS) {
    windows.push({ fromMs: startMs, toMs: Math.min(startMs + DAY_MS, toMs) })
  }
  return windows
}
