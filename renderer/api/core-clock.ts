/** Two processes of one computer never differ by this much unless one of them was told to. */
const SAME_CLOCK_MS = 5_000
/** Fine enough for what is shown by the minute. */
const TICK_MS = 30_000

/** The difference between the core's clock and the window's, in ms; none unless a test moved the core's. */
let shiftMs = 0
let nowMs = Date.now()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** Takes the core's word for the time, so that the window and the core never speak of two different days. */
export function alignClock(coreNowMs: number): void {
  const differenceMs = coreNowMs - Date.now()
  shiftMs = Math.abs(differenceMs) < SAME_CLOCK_MS ? 0 : differenceMs
  tick()
}

/** The time at the last tick by the core's clock, in ms since 1970 UTC. */
export function coreNow(): number {
  return nowMs
}

/** Hears of every tick; the answer stops listening. The clock only ticks while somebody listens. */
export function onTick(listener: () => void): () => void {
  nowMs = Date.now() + shiftMs
  listeners.add(listener)
  timer ??= setInterval(tick, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function tick(): void {
  nowMs = Date.now() + shiftMs
  for (const listener of listeners) listener()
}
