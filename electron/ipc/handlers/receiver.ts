import { ok } from '../../../shared/result.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { receiverState, saveReceiver } from '../../services/receiver-settings.ts'

/** The receiver of webhooks. No answer holds its secret. */
export const receiverHandlers: HandlerGroup<'receiver.get' | 'receiver.save'> = (desk) => ({
  'receiver.get': async () => ok(await receiverState(desk)),
  'receiver.save': (input) => saveReceiver(desk, input),
})
