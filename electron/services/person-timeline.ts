import { addBusinessDays } from '../../shared/domain/business-days.ts'
import type { E164, FormVersionId, PersonId, StaffId } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import { HONOUR_WITHIN_BUSINESS_DAYS } from '../../shared/rules/federal-holidays.ts'
import { isoDay } from '../../shared/time.ts'
import { appointmentsOfPerson } from '../db/repos/appointments.ts'
import { shownDeliveriesOfNumber } from '../db/repos/delivery-rows.ts'
import { formsOfPerson } from '../db/repos/forms.ts'
import { inboundMessagesOf } from '../db/repos/inbound-messages.ts'
import { suppressionsOf } from '../db/repos/suppressions.ts'
import type { StoredSuppression } from '../db/repos/suppressions.ts'
import type { Reader } from '../db/schema.ts'
import type { NumberStanding } from './text-state.ts'

type TimelineItem = OutputOf<'people.get'>['timeline'][number]

/** What ids are called on the screen. */
export interface KnownNames {
  readonly staffName: (id: StaffId | null) => string | null
  readonly formCode: (id: FormVersionId | null) => string | null
}

/** Messages of one number that a timeline goes back to, and items it shows in all. */
const MOST_MESSAGES = 200
const MOST_ITEMS = 500

/** What a timeline is told with. */
interface TimelineFacts {
  readonly standings: ReadonlyMap<E164, NumberStanding>
  readonly names: KnownNames
  /** In whose days a deadline is written. */
  readonly practiceZone: string
}

/** All that happened with a person, the newest first: forms, consent, stops, messages both ways, appointments. */
export async function timelineOf(
  reader: Reader,
  personId: PersonId,
  { standings, names, practiceZone }: TimelineFacts,
): Promise<TimelineItem[]> {
  const numbers = [...standings.keys()]
  // What may have been a stop is told by the answer itself, together with what became of it.
  const stops = (await suppressionsOf(reader, numbers)).filter(({ source }) => source !== 'maybe_stop')
  const items: TimelineItem[] = [
    ...numbers.flatMap((e164) => consentItems(standings.get(e164), stops, names)),
    ...stops.map((stop) => stopItem(stop, names, practiceZone)),
    ...(await formItems(reader, personId)),
    ...(await appointmentItems(reader, personId)),
  ]
  for (const e164 of numbers) items.push(...(await messageItems(reader, e164)))
  return items.toSorted((left, right) => right.atMs - left.atMs).slice(0, MOST_ITEMS)
}

/** A stop with what proves that it was honoured in time. Source: 47 CFR 64.1200(a)(10), ten business days. */
function stopItem(stop: StoredSuppression, names: KnownNames, practiceZone: string): TimelineItem {
  const { id, e164, source, scope, words, staffId, evidenceSha256, atMs, recordedAtMs, liftedAtMs } = stop
  return {
    type: 'opt_out',
    id,
    e164,
    source,
    scope,
    words,
    staffName: names.staffName(staffId),
    hasPicture: evidenceSha256 !== null && source !== 'import',
    atMs,
    recordedAtMs,
    dueOn: addBusinessDays(isoDay(atMs, practiceZone), HONOUR_WITHIN_BUSINESS_DAYS),
    liftedAtMs,
  }
}

/** One STOP revokes every purpose; the stop itself tells that, so that its revocations are not told again. */
function consentItems(
  standing: NumberStanding | undefined,
  stops: readonly StoredSuppression[],
  names: KnownNames,
): TimelineItem[] {
  const isToldByStop = (e164: E164, atMs: number): boolean =>
    stops.some((stop) => stop.e164 === e164 && stop.atMs === atMs)
  return (standing?.events ?? [])
    .filter(({ kind, e164, atMs }) => kind !== 'revoked' || !isToldByStop(e164, atMs))
    .map((event) => ({
      type: 'consent',
      atMs: event.atMs,
      e164: event.e164,
      purpose: event.purpose,
      kind: event.kind,
      source: event.source,
      staffName: names.staffName(event.staffId),
      formId: event.formId,
      formCode: names.formCode(event.formVersionId),
    }))
}

async function formItems(reader: Reader, personId: PersonId): Promise<TimelineItem[]> {
  const forms = await formsOfPerson(reader, personId)
  return forms.map(({ id, name, decidedAtMs, addedAtMs }) => ({
    type: 'form',
    atMs: decidedAtMs ?? addedAtMs,
    formId: id,
    name,
  }))
}

async function appointmentItems(reader: Reader, personId: PersonId): Promise<TimelineItem[]> {
  const appointments = await appointmentsOfPerson(reader, personId)
  return appointments.map(({ startsAtMs, provider, visitType, isCancelled }) => ({
    type: 'appointment',
    atMs: startsAtMs,
    provider,
    visitType,
    isCancelled,
  }))
}

async function messageItems(reader: Reader, e164: E164): Promise<TimelineItem[]> {
  const sent = await shownDeliveriesOfNumber(reader, e164, MOST_MESSAGES)
  const received = await inboundMessagesOf(reader, e164)
  return [
    ...sent.map(({ id, body, state, stateAtMs }) => ({
      type: 'message_out' as const,
      atMs: stateAtMs,
      e164,
      deliveryId: id,
      body,
      state,
    })),
    ...received.map(({ sentAtMs, body, meaning, decision }) => ({
      type: 'message_in' as const,
      atMs: sentAtMs,
      e164,
      body,
      meaning,
      decision,
    })),
  ]
}
