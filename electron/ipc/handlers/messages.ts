import type { HandlerGroup } from '../../desk/handler-table.ts'
import { sendMessage } from '../../services/send-message.ts'

/** One to one. */
export const messageHandlers: HandlerGroup<'messages.send'> = (desk) => ({
  'messages.send': (letter) => sendMessage(desk, letter),
})
