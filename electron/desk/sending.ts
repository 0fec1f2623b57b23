import type { LineId } from '../../shared/ids.ts'
import type { Store } from '../db/open.ts'
import { startPracticeCarrier } from '../provider/practice-carrier/practice-carrier.ts'
import type { PracticeCarrier } from '../provider/practice-carrier/practice-carrier.ts'
import type { Provider } from '../provider/port.ts'
import { connectVonage } from '../provider/vonage.ts'
import type { VonageAccount } from '../provider/vonage.ts'
import { startSendingDesk } from '../queue/sending-desk.ts'
import type { SendingDesk } from '../queue/sending-desk.ts'
import type { CoreParts } from './core-parts.ts'
import type { DeskSettings } from './desk-settings.ts'

/** What sends for a desk. */
export interface Sending {
  readonly sendingDesk: SendingDesk | null
  readonly carrier: PracticeCarrier | null
  /** Lets the request in flight end. */
  stop(): Promise<void>
}

/** An office without an account: messages wait, and the queue says `not_set_up`. */
export const NOT_SENDING: Sending = { sendingDesk: null, carrier: null, stop: async () => undefined }

/** Starts what sends on the practice desk: its own carrier, or the one at `providerUrl`. */
export async function startPracticeSending(
  parts: CoreParts,
  store: Store,
  settings: DeskSettings,
  lineId: LineId,
): Promise<Sending> {
  const carrier = parts.providerUrl === undefined ? await startOwnCarrier(parts, store) : null
  const account = carrier?.account ?? outsideAccount(parts.providerUrl ?? '')
  const sendingDesk = await startSendingDesk({
    store,
    clock: parts.clock,
    newId: parts.newId,
    random: parts.random,
    lineId,
    provider: holdBack(connectVonage(account), parts.untilShown),
    carrier: 'practice',
    practice: settings.practice,
    emit: parts.emit,
    onTrouble: parts.reportTrouble,
    ...(parts.timing && { timing: parts.timing }),
  })
  return {
    sendingDesk,
    carrier,
    stop: async () => {
      await sendingDesk.stop()
      await carrier?.stop()
    },
  }
}

/** The provider, asked for the first time when `until` resolves: loading its SDK would hold up the window's first page. */
function holdBack(provider: Provider, until: Promise<void> = Promise.resolve()): Provider {
  return {
    capabilities: provider.capabilities,
    send: async (request) => until.then(() => provider.send(request)),
    fetchRecords: async (window) => until.then(() => provider.fetchRecords(window)),
  }
}

function startOwnCarrier(parts: CoreParts, store: Store): Promise<PracticeCarrier> {
  const { clock, random, emit } = parts
  const onChange = (): void => emit({ name: 'changed', value: { areas: ['carrier'] } })
  return startPracticeCarrier({ store, clock, random, onChange })
}

/** A carrier outside knows the practice desk by the same fixed name as the one inside; neither is a secret. */
function outsideAccount(url: string): VonageAccount {
  return { apiHost: () => url.replace(/\/$/, ''), apiKey: 'practice', apiSecret: 'practice' }
}
