import type { E164 } from '../../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import { err, ok } from '../../../shared/result.ts'
import type { Result } from '../../../shared/result.ts'
import { getLine } from '../../db/repos/lines.ts'
import type { DeskServices } from '../../desk/desk-services.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import type { PracticeCarrier } from '../../provider/practice-carrier/practice-carrier.ts'
import { receivedPicture } from '../../services/received-picture.ts'
import { householdsOf } from '../../services/household-names.ts'

type CarrierSettings = OutputOf<'carrier.set'>

/** The practice carrier's own panel. On the office desk, and with a carrier outside, every method is `practice_only`. */
export const carrierHandlers: HandlerGroup<`carrier.${'get' | 'set' | 'reply' | 'picture'}`> = (desk) => ({
  'carrier.get': () => withCarrier(desk, (carrier) => showBook(desk, carrier)),
  'carrier.picture': (asked) => receivedPicture(desk, asked),
  'carrier.set': (change) => withCarrier(desk, (carrier) => setCarrier(desk, carrier, given(change))),
  'carrier.reply': ({ e164, body }) => withCarrier(desk, (carrier) => replyAs(desk, carrier, e164 as E164, body)),
})

async function withCarrier<T>(
  desk: DeskServices,
  use: (carrier: PracticeCarrier) => Promise<T>,
): Promise<Result<T, { readonly code: 'practice_only' }>> {
  return desk.carrier ? ok(await use(desk.carrier)) : err({ code: 'practice_only' })
}

async function showBook(desk: DeskServices, carrier: PracticeCarrier): Promise<OutputOf<'carrier.get'>> {
  const { book, ...rest } = await carrier.book()
  const householdOf = await householdsOf(
    desk.store.db,
    book.map(({ to }) => to as E164),
  )
  return { ...rest, book: book.map((entry) => ({ ...entry, displayName: householdOf(entry.to as E164).displayName })) }
}

async function setCarrier(
  desk: DeskServices,
  carrier: PracticeCarrier,
  change: Partial<CarrierSettings>,
): Promise<CarrierSettings> {
  const settings = await carrier.set(change)
  desk.sendingDesk?.wake()
  return settings
}

/** A switch that is not spoken of stays as it is, even where a script says `undefined`. */
function given(change: ParsedInputOf<'carrier.set'>): Partial<CarrierSettings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

async function replyAs(desk: DeskServices, carrier: PracticeCarrier, from: E164, body: string) {
  const line = await getLine(desk.store.db, desk.lineId)
  if (!line) throw new Error('The desk has no line')
  const reply = await carrier.reply(from, line.e164, body)
  desk.sendingDesk?.wake()
  return reply
}
