import { ok } from '../../../shared/result.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { today } from '../../services/today.ts'

/** Today: what needs a person, and what the day brings. */
export const todayHandlers: HandlerGroup<'today.get'> = (desk) => ({
  'today.get': async () => ok(await today(desk)),
})
