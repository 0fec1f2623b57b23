import { costOf } from '../../shared/domain/pacing.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import { listLines } from '../db/repos/lines.ts'
import { countByState, countLater, dueLoad } from '../db/repos/queue-counts.ts'
import { nextDueInLane } from '../db/repos/waiting-deliveries.ts'
import type { DeskServices } from '../desk/desk-services.ts'

type QueueStatus = OutputOf<'queue.status'>

/** The truth about the lines. While nothing can leave, what waits is counted and the reason told. */
export async function lineStatus(desk: DeskServices): Promise<QueueStatus> {
  return desk.sendingDesk ? desk.sendingDesk.status() : statusWithoutAccount(desk)
}

async function statusWithoutAccount(desk: DeskServices): Promise<QueueStatus> {
  const { store, clock, lineId } = desk
  const { db } = store
  const lines = await listLines(db)
  const line = lines.find(({ id }) => id === lineId)
  const counts = await countByState(db)
  const due = await dueLoad(db, lineId, clock.now())
  return {
    carrier: 'none',
    connection: desk.sendingOff() ?? 'starting',
    sinceMs: line?.createdAtMs ?? clock.now(),
    inboundFreshAtMs: null,
    isPausedByPerson: false,
    inboundSource: 'reports',
    holds: [],
    clockQuestion: null,
    linePause: line?.pause ?? null,
    ready: due.count,
    later: (await countLater(db, lineId, clock.now())) + (counts.held ?? 0),
    sending: 0,
    inDoubt: counts.in_doubt ?? 0,
    needsPerson: counts.needs_person ?? 0,
    failed: counts.failed ?? 0,
    nextAtMs: await nextDueInLane(db, lineId, 1),
    estimatedEndMs: null,
    estimatedCostMicros: costOf({ segments: due.segments }),
    lines: [],
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

/** Says for a person that this computer's date is right. */
export async function trustClock(desk: DeskServices): Promise<QueueStatus> {
  await desk.sendingDesk?.trustClock()
  return lineStatus(desk)
}
