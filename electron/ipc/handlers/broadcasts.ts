import { ok } from '../../../shared/result.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { broadcastCopies, broadcastList, broadcastStory } from '../../services/broadcast-story.ts'
import { planBroadcast } from '../../services/plan-broadcast.ts'
import { previewBroadcast } from '../../services/preview-broadcast.ts'
import { cancelBroadcast, pauseBroadcast, reorderBroadcasts, resumeBroadcast } from '../../services/steer-broadcast.ts'

type Method =
  `broadcasts.${'preview' | 'schedule' | 'list' | 'get' | 'copies' | 'pause' | 'resume' | 'cancel' | 'reorder'}`

/** Mass texts: drafted, planned, held back, let go on, cancelled, put in another order. */
export const broadcastHandlers: HandlerGroup<Method> = (desk) => ({
  'broadcasts.preview': async (draft) => ok(await previewBroadcast(desk, draft)),
  'broadcasts.schedule': (plan) => planBroadcast(desk, plan),
  'broadcasts.list': async () => ok(await broadcastList(desk)),
  'broadcasts.get': ({ id }) => broadcastStory(desk, id),
  'broadcasts.copies': async (page) => ok(await broadcastCopies(desk, page)),
  'broadcasts.pause': ({ id }) => pauseBroadcast(desk, id),
  'broadcasts.resume': ({ id }) => resumeBroadcast(desk, id),
  'broadcasts.cancel': ({ id }) => cancelBroadcast(desk, id),
  'broadcasts.reorder': (order) => reorderBroadcasts(desk, order),
})
