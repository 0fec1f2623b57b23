import { ok } from '../../../shared/result.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { listDeliveries } from '../../services/delivery-story.ts'
import { lineStatus, pauseLine, resumeLine, trustClock } from '../../services/line-status.ts'

type Method = `queue.${'status' | 'list' | 'pause' | 'resumeLine' | 'trustClock'}`

/** The queue: how the line stands, what waits, and holding it back. */
export const queueHandlers: HandlerGroup<Method> = (desk) => ({
  'queue.status': async () => ok(await lineStatus(desk)),
  'queue.list': async (input) => ok(await listDeliveries(desk, input)),
  'queue.pause': async ({ isPaused }) => ok(await pauseLine(desk, isPaused)),
  'queue.resumeLine': async () => ok(await resumeLine(desk)),
  'queue.trustClock': async () => ok(await trustClock(desk)),
})
