import type { Store } from '../db/open.ts'
import { ownAddresses } from '../provider/webhook/own-addresses.ts'
import { deskAlarm } from './desk-alarm.ts'
import type { CoreParts } from './core-parts.ts'
import type { DeskSettings } from './desk-settings.ts'
import { openReceiving, type Receiving } from './receiving.ts'
import type { SendingSwitch } from './sending-switch.ts'

/** Starts the receiver of an open desk, as it is set. What sends may be put together anew, so it is asked for each time. */
export function startDeskReceiving(
  parts: CoreParts,
  {
    store,
    settings,
    sending,
  }: { readonly store: Store; readonly settings: DeskSettings; readonly sending: SendingSwitch },
): Promise<Receiving> {
  return openReceiving({
    ...parts,
    store,
    practice: settings.practice,
    setAlarm: deskAlarm(parts),
    addresses: ownAddresses,
    sending: () => sending.current().sendingDesk,
  })
}
