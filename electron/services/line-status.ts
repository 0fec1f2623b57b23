import type { OutputOf } from '../../shared/ipc/contract.ts'
import { getLine } from '../db/repos/lines.ts'
import { countByState, countWaiting, nextDueAt } from '../db/repos/waiting-deliveries.ts'
import type { DeskServices } from '../desk/desk-services.ts'

type QueueStatus = OutputOf<'queue.status'>

/** The truth about the line. While nothing can leave, what waits is counted and the reason told. */
export async function lineStatus(desk: DeskServices): Promise<QueueStatus> {
  if (desk.sendingDesk) return desk.sendingDesk.status()
  const { db } = desk.store
  const line = await getLine(db, desk.lineId)
  const counts = await countByState(db, desk.lineId)
  const waiting = await countWaiting(db, desk.lineId, desk.clock.now())
  return {
    carrier: 'none',
    connection: desk.sendingOff() ?? 'starting',
    sinceMs: line?.createdAtMs ?? desk.clock.now(),
    inboundFreshAtMs: null,
    inboundSource: 'reports',
    isPausedByPerson: false,
    linePause: line?.pause ?? null,
    ready: waiting.ready,
    later: waiting.later + (counts.held ?? 0),
    sending: 0,
    inDoubt: counts.in_doubt ?? 0,
    needsPerson: counts.needs_person ?? 0,
    failed: counts.failed ?? 0,
    nextAtMs: await nextDueAt(db, desk.lineId),
    estimatedEndMs: null,
  }
}

/** Holds everything back, or lets it go on. Without an account nothing leaves anyway. */
export async function pauseLine(desk: DeskServices, isPaused: boolean): Promise<QueueStatus> {
  await desk.sendingDesk?.pause(isPaused)
  return lineStatus(desk)
}

/** Lifts the provider's refusal after a person mended its cause. */
export async function resumeLine(desk: DeskServices): Promise<QueueStatus> {
  await desk.sendingDesk?.resumeLine()
  return lineStatus(desk)
}
