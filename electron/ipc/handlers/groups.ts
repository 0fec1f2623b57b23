import { ok } from '../../../shared/result.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { groupList, groupStory, readGroup } from '../../services/group-story.ts'
import { previewGroup } from '../../services/preview-group.ts'
import { sendGroup, startGroup } from '../../services/send-group.ts'

type Method = `groups.${'preview' | 'start' | 'send' | 'list' | 'get' | 'markRead'}`

/** Group threads: everybody in one sees everybody. */
export const groupHandlers: HandlerGroup<Method> = (desk) => ({
  'groups.preview': async (draft) => ok(await previewGroup(desk, draft)),
  'groups.start': (order) => startGroup(desk, order),
  'groups.send': (order) => sendGroup(desk, order),
  'groups.list': async () => ok(await groupList(desk)),
  'groups.get': ({ groupThreadId }) => groupStory(desk, groupThreadId),
  'groups.markRead': async ({ groupThreadId }) => ok(await readGroup(desk, groupThreadId)),
})
