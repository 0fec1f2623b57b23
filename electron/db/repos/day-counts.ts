import type { DeliveryState } from '../../../shared/domain/delivery.ts'
import type { E164, FormId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Reader } from '../schema.ts'

/** A person behind something that needs a look; the names are null where nobody of the store has the number. */
export interface NeedRow {
  readonly e164: E164
  readonly givenName: string | null
  readonly familyName: string | null
}

/** Whose answer may have meant stop and waits for a person, the oldest first; a number that said stop to everything asks nothing more. */
export async function undecidedNumbers(reader: Reader): Promise<readonly NeedRow[]> {
  return inboundNeeds(reader)
    .innerJoin('suppression', 'suppression.inbound_id', 'inbound_message.id')
    .where('suppression.source', '=', 'maybe_stop')
    .where('suppression.lifted_at_ms', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('suppression as stop')
            .select('stop.id')
            .whereRef('stop.e164', '=', 'suppression.e164')
            .where('stop.source', '!=', 'maybe_stop')
            .where('stop.scope', '=', 'everything')
            .where('stop.lifted_at_ms', 'is', null),
        ),
      ),
    )
    .execute()
}

/** Whose texts nobody has read, the oldest first. */
export async function unreadNumbers(reader: Reader): Promise<readonly NeedRow[]> {
  return inboundNeeds(reader).where('read_at_ms', 'is', null).execute()
}

/** Whose deliveries came into one of the states at or after an instant, the latest first. */
export async function numbersInStates(
  reader: Reader,
  states: readonly DeliveryState[],
  sinceMs: Instant,
): Promise<readonly NeedRow[]> {
  return reader
    .selectFrom('delivery')
    .leftJoin('person', 'person.id', 'delivery.person_id')
    .select(['delivery.e164', 'person.given_name as givenName', 'person.family_name as familyName'])
    .where('delivery.state', 'in', states)
    .where('delivery.state_at_ms', '>=', sinceMs)
    .orderBy('delivery.state_at_ms', 'desc')
    .execute()
}

/** The forms that wait to be checked, the oldest first. */
export async function formsToCheck(reader: Reader): Promise<readonly { readonly id: FormId; readonly name: string }[]> {
  return reader
    .selectFrom('form')
    .select(['id', 'name'])
    .where('state', '=', 'to_check')
    .orderBy('added_at_ms')
    .orderBy('page_no')
    .execute()
}

/** What waits outside of broadcasts to leave within a span, `from` included and `to` not, by the instant it may leave. */
export async function waitingBetween(
  reader: Reader,
  span: { readonly from: Instant; readonly to: Instant },
): Promise<readonly (NeedRow & { readonly atMs: Instant })[]> {
  return reader
    .selectFrom('delivery')
    .innerJoin('message', 'message.id', 'delivery.message_id')
    .leftJoin('person', 'person.id', 'delivery.person_id')
    .select(['delivery.e164', 'person.given_name as givenName', 'person.family_name as familyName'])
    .select('delivery.not_before_ms as atMs')
    .where('delivery.state', 'in', ['held', 'queued'])
    .where('message.broadcast_id', 'is', null)
    .where('delivery.not_before_ms', '>=', span.from)
    .where('delivery.not_before_ms', '<', span.to)
    .orderBy('delivery.not_before_ms')
    .execute()
}

/** How many deliveries left the desk at or after an instant, and how many of these reached the phone. */
export async function countSentSince(
  reader: Reader,
  sinceMs: Instant,
): Promise<{ readonly sent: number; readonly delivered: number }> {
  const rows = await reader
    .selectFrom('delivery')
    .select('state')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', 'in', ['accepted', 'submitted', 'delivered', 'undeliverable', 'rejected'])
    .where('state_at_ms', '>=', sinceMs)
    .groupBy('state')
    .execute()
  const count = (rowsOf: typeof rows) => rowsOf.reduce((sum, row) => sum + row.count, 0)
  return { sent: count(rows), delivered: count(rows.filter((row) => row.state === 'delivered')) }
}

function inboundNeeds(reader: Reader) {
  return reader
    .selectFrom('inbound_message')
    .leftJoin('phone_number', 'phone_number.e164', 'inbound_message.e164')
    .leftJoin('person', 'person.id', 'phone_number.person_id')
    .select(['inbound_message.e164', 'person.given_name as givenName', 'person.family_name as familyName'])
    .groupBy('inbound_message.e164')
    .orderBy((eb) => eb.fn.min('inbound_message.sent_at_ms'))
}
