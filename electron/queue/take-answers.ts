import { type Line, listLines } from '../db/repos/lines.ts'
import { clearNetworkWaits } from '../db/repos/deliveries.ts'
import { afterAnswer } from './connection.ts'
import type { DeskParts } from './memory.ts'
import { type Settled, settleEndings } from './settle.ts'

/** Writes the answers down that came, all together, and learns from each how the way to the provider stands. */
export async function takeAnswers(parts: DeskParts): Promise<void> {
  const { store, clock, share, memory } = parts
  const { endings } = memory.inFlight
  const before = memory.connection
  const settled = await settleEndings(store, endings, { nowMs: clock.now(), random: share })
  // Only now: what could not be written is tried again, and stays known.
  memory.inFlight.forget(endings)
  memory.hasNewsOfFirstFew = true
  memory.restUntil.clear()
  const lines = await listLines(store.db)
  for (const one of settled) learn(parts, lines, one)
  const isBack = before.failures > 0 && memory.connection.failures === 0
  if (isBack) for (const line of lines) await clearNetworkWaits(store.db, line.id)
}

function learn(parts: DeskParts, lines: readonly Line[], { claimed, consequence }: Settled): void {
  const { clock, timing, inbound, memory } = parts
  const hasBegun = consequence !== null && consequence.to !== 'queued'
  if (!hasBegun) memory.days.count(claimed, -1)
  if (consequence === null) return
  const { channel, delivery } = claimed.candidate
  memory.connection = afterAnswer(memory.connection, consequence, clock.now(), timing, inbound)
  const line = lines.find(({ id }) => id === delivery.lineId)
  if (line && consequence.line === 'slow_down') {
    memory.paces.throttled(line, channel, consequence.untilMs - clock.now())
  }
}
