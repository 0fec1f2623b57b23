import { ok } from '../../../shared/result.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { broadcastList, broadcastStory, cancelBroadcast, pauseBroadcast } from '../../services/broadcast-story.ts'
import { planBroadcast } from '../../services/plan-broadcast.ts'
import { previewBroadcast } from '../../services/preview-broadcast.ts'

type Method = `broadcasts.${'preview' | 'schedule' | 'list' | 'get' | 'pause' | 'resume' | 'cancel'}`

/** Mass texts: drafted, planned, held back, let go on, cancelled. */
export const broadcastHandlers: HandlerGroup<Method> = (desk) => ({
  'broadcasts.preview': async (draft) => ok(await previewBroadcast(desk, draft)),
  'broadcasts.schedule': (plan) => planBroadcast(desk, plan),
  'broadcasts.list': async () => ok(await broadcastList(desk)),
  'broadcasts.get': ({ id }) => broadcastStory(desk, id),
  'broadcasts.pause': ({ id }) => pauseBroadcast(desk, id, true),
  'broadcasts.resume': ({ id }) => pauseBroadcast(desk, id, false),
  'broadcasts.cancel': ({ id }) => cancelBroadcast(desk, id),
})
