import type { E164 } from '../../../shared/ids.ts'
import { ok } from '../../../shared/result.ts'
import { markInboundRead } from '../../db/repos/inbound-messages.ts'
import { countUnreadThreads } from '../../db/repos/thread-rows.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { decideInbound } from '../../services/decide-inbound.ts'
import { threadList, threadStory } from '../../services/thread-story.ts'

type Method = 'threads.list' | 'threads.get' | 'threads.markRead' | 'threads.decide'

/** Threads: what was said with each number, read and settled. */
export const threadHandlers: HandlerGroup<Method> = (desk) => ({
  'threads.list': async () => ok(await threadList(desk)),
  'threads.get': async ({ e164 }) => ok(await threadStory(desk, e164)),
  'threads.markRead': async ({ e164 }) => {
    await markInboundRead(desk.store.db, e164 as E164, desk.clock.now())
    return ok({ unread: await countUnreadThreads(desk.store.db) })
  },
  'threads.decide': (input) => decideInbound(desk, input),
})
