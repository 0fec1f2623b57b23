import type { BlobStore } from '../blobs/blob-store.ts'
import type { Store } from '../db/open.ts'
import { getLine } from '../db/repos/lines.ts'
import { startPracticeCarrier } from '../provider/practice-carrier/practice-carrier.ts'
import type { PracticeCarrier } from '../provider/practice-carrier/practice-carrier.ts'
import { readRealSending } from '../provider/real-sending.ts'
import { readStoredAccount, vonageAccountOf } from '../provider/stored-account.ts'
import { connectVonage } from '../provider/vonage.ts'
import type { VonageAccount } from '../provider/vonage.ts'
import type { SendingDeskOptions } from '../queue/desk-options.ts'
import { startSendingDesk } from '../queue/sending-desk.ts'
import type { SendingDesk } from '../queue/sending-desk.ts'
import type { CoreParts } from './core-parts.ts'
import type { DeskSettings } from './desk-settings.ts'

/** Why nothing can leave: no account, no sending number, or nobody switched real phones on. */
export type OffBecause = 'not_set_up' | 'no_number' | 'switched_off'

/** What sends for a desk. */
export interface Sending {
  readonly sendingDesk: SendingDesk | null
  readonly carrier: PracticeCarrier | null
  /** Null while something sends. */
  readonly offBecause: OffBecause | null
  /** Lets the request in flight end. */
  stop(): Promise<void>
}

/** The SDK's own default, said here so that a test of the connection and the sending cannot differ. */
const VONAGE_HOST = 'https://api.nexmo.com'

/** Where the provider is reached. */
export function apiHostOf({ providerUrl }: CoreParts): string {
  return providerUrl?.replace(/\/$/, '') ?? VONAGE_HOST
}

/** Starts what sends on the practice desk: its own carrier, or the one at `providerUrl`. */
export async function startPracticeSending(
  parts: CoreParts,
  { store, blobs }: { readonly store: Store; readonly blobs: BlobStore },
  settings: DeskSettings,
): Promise<Sending> {
  const carrier = parts.providerUrl === undefined ? await startOwnCarrier(parts, store, blobs) : null
  const provider = connectVonage(carrier?.account ?? outsideAccount(apiHostOf(parts)))
  const sendingDesk = await startDesk(parts, store, settings, { provider, carrier: 'practice' })
  return {
    sendingDesk,
    carrier,
    offBecause: null,
    stop: async () => {
      await sendingDesk.stop()
      await carrier?.stop()
    },
  }
}

/** Starts what sends for an office: only with an account, a number, and somebody's word that it is for real. */
export async function startOfficeSending(parts: CoreParts, store: Store, settings: DeskSettings): Promise<Sending> {
  const account = await readStoredAccount(store.db)
  if (account === null) return off('not_set_up')
  const line = await getLine(store.db, settings.lineId())
  if (!line?.e164) return off('no_number')
  if ((await readRealSending(store.db))?.isOn !== true) return off('switched_off')
  const provider = connectVonage(vonageAccountOf(account, apiHostOf(parts)))
  const { inbound } = account
  const sendingDesk = await startDesk(parts, store, settings, { provider, carrier: 'vonage', inbound })
  return { sendingDesk, carrier: null, offBecause: null, stop: () => sendingDesk.stop() }
}

function off(offBecause: OffBecause): Sending {
  return { sendingDesk: null, carrier: null, offBecause, stop: async () => undefined }
}

function startDesk(
  parts: CoreParts,
  store: Store,
  settings: DeskSettings,
  { provider, ...way }: Pick<SendingDeskOptions, 'provider' | 'carrier' | 'inbound'>,
): Promise<SendingDesk> {
  const { clock, newId, random, emit, reportTrouble, untilShown, timing, steadyMs } = parts
  return startSendingDesk({
    store,
    clock,
    newId,
    random,
    lineId: settings.lineId(),
    provider,
    ...way,
    practice: settings.practice,
    practiceZone: () => settings.practice().zone,
    emit,
    onTrouble: reportTrouble,
    ...(steadyMs && { steadyMs }),
    ...(timing && { timing }),
    // The first step reads the store and loads the provider's SDK: the window's first page comes before it.
    ...(untilShown && { mayBegin: untilShown }),
  })
}

function startOwnCarrier(parts: CoreParts, store: Store, blobs: BlobStore): Promise<PracticeCarrier> {
  const { clock, random, emit } = parts
  const onChange = (): void => emit({ name: 'changed', value: { areas: ['carrier'] } })
  return startPracticeCarrier({ store, blobs, clock, random, onChange })
}

/** A carrier outside knows the practice desk by the same fixed name as the one inside; neither is a secret. */
function outsideAccount(url: string): VonageAccount {
  return { apiHost: () => url, apiKey: 'practice', apiSecret: 'practice' }
}
