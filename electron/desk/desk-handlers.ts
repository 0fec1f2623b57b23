import { contract } from '../../shared/ipc/contract.ts'
import { accountHandlers } from '../ipc/handlers/account.ts'
import { appointmentHandlers } from '../ipc/handlers/appointments.ts'
import { broadcastHandlers } from '../ipc/handlers/broadcasts.ts'
import { carrierHandlers } from '../ipc/handlers/carrier.ts'
import { daySheetHandlers } from '../ipc/handlers/day-sheets.ts'
import { deliveryHandlers } from '../ipc/handlers/deliveries.ts'
import { formHandlers } from '../ipc/handlers/forms.ts'
import { groupHandlers } from '../ipc/handlers/groups.ts'
import { lineHandlers } from '../ipc/handlers/lines.ts'
import { mediaHandlers } from '../ipc/handlers/media.ts'
import { messageHandlers } from '../ipc/handlers/messages.ts'
import { optOutHandlers } from '../ipc/handlers/opt-outs.ts'
import { peopleHandlers } from '../ipc/handlers/people.ts'
import { practiceHandlers } from '../ipc/handlers/practice.ts'
import { queueHandlers } from '../ipc/handlers/queue.ts'
import { receiverHandlers } from '../ipc/handlers/receiver.ts'
import { ruleHandlers } from '../ipc/handlers/rules.ts'
import { sampleHandlers } from '../ipc/handlers/samples.ts'
import { scanFolderHandlers } from '../ipc/handlers/scan-folder.ts'
import { sheetHandlers } from '../ipc/handlers/sheets.ts'
import { staffHandlers } from '../ipc/handlers/staff.ts'
import { threadHandlers } from '../ipc/handlers/threads.ts'
import { todayHandlers } from '../ipc/handlers/today.ts'
import type { Handlers } from '../ipc/router.ts'
import type { DeskServices } from './desk-services.ts'
import { joinHandlers } from './handler-table.ts'

/** A method that an open desk answers; the others are about which desk is open. */
export type DeskMethod = Exclude<keyof Handlers, `setup.${string}`>
export type DeskHandlers = Pick<Handlers, DeskMethod>

/** The names of all methods that an open desk answers. */
export const DESK_METHODS = Object.keys(contract).filter(isDeskMethod)

function isDeskMethod(method: string): method is DeskMethod {
  return !method.startsWith('setup.')
}

/** Every method of an open desk. Throws when one has no handler or two: then the program is wrong. */
export function deskHandlers(desk: DeskServices): DeskHandlers {
  return completeHandlers([
    practiceHandlers(desk),
    staffHandlers(desk),
    accountHandlers(desk),
    lineHandlers(desk),
    receiverHandlers(desk),
    formHandlers(desk),
    sheetHandlers(desk),
    scanFolderHandlers(desk),
    peopleHandlers(desk),
    optOutHandlers(desk),
    daySheetHandlers(desk),
    appointmentHandlers(desk),
    broadcastHandlers(desk),
    messageHandlers(desk),
    mediaHandlers(desk),
    groupHandlers(desk),
    threadHandlers(desk),
    queueHandlers(desk),
    deliveryHandlers(desk),
    carrierHandlers(desk),
    todayHandlers(desk),
    ruleHandlers(desk),
    sampleHandlers(desk),
  ])
}

/** Lays groups together and makes sure that they answer every method of a desk. */
export function completeHandlers(groups: readonly Partial<Handlers>[]): DeskHandlers {
  const joined = joinHandlers(groups)
  const missing = DESK_METHODS.filter((method) => joined[method] === undefined)
  if (missing.length > 0) throw new Error(`No handler for: ${missing.join(', ')}`)
  return joined as DeskHandlers
}
