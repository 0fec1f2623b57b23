import type { AppointmentId, E164, PersonId } from '../../shared/ids.ts'
import type { ParsedInputOf } from '../../shared/ipc/contract.ts'
import { appointmentIdsOnDay, appointmentsByIds } from '../db/repos/appointments.ts'
import type { Appointment } from '../db/repos/appointments.ts'
import { ownersAfter } from '../db/repos/audience-numbers.ts'
import type { NumberOwner } from '../db/repos/audience-numbers.ts'
import { peopleByIds } from '../db/repos/people.ts'
import type { Person } from '../db/repos/people.ts'
import { numbersOfPeople } from '../db/repos/phone-numbers.ts'
import type { Reader } from '../db/schema.ts'
import type { FrozenAudience } from './plan-order.ts'
import type { MessagePurpose } from './verdicts.ts'

/** A message as it is drafted: for whom, what for, what, when. */
export type Draft = ParsedInputOf<'broadcasts.preview'>

/** Somebody a message may be for, before it is known whether the number may be texted. */
export interface Invited {
  readonly person: Person
  /** The numbers that may be used; of several the first that may be texted is. */
  readonly numbers: readonly E164[]
  /** Of `numbers` the only one that counts here: the others of the person have their own turn. */
  readonly only: E164 | null
  readonly appointment: Appointment | null
}

/** Some of an audience, in its order. */
export interface AudiencePage {
  readonly invited: readonly Invited[]
  /** Where the next page begins. */
  readonly after: string
  readonly isLast: boolean
}

/** Writes out whom a draft is for. */
export async function freezeAudience(reader: Reader, { audience }: Pick<Draft, 'audience'>): Promise<FrozenAudience> {
  switch (audience.kind) {
    case 'everyone':
      return audience
    case 'people':
      return { kind: 'people', ids: audience.personIds }
    case 'appointments': {
      const chosen = audience.appointmentIds && new Set<string>(audience.appointmentIds)
      const ofDay = await appointmentIdsOnDay(reader, audience.isoDay)
      return { kind: 'appointments', ids: ofDay.filter((id) => chosen?.has(id) ?? true) }
    }
  }
}

/** The next `count` of an audience. Quick at its end as at its start, and the same before and after a restart. */
export async function audiencePage(
  reader: Reader,
  { audience, purpose }: { readonly audience: FrozenAudience; readonly purpose: MessagePurpose },
  { after, count }: { readonly after: string; readonly count: number },
): Promise<AudiencePage> {
  if (audience.kind === 'everyone') return pageOfEveryone(reader, { ...audience, purpose }, { after, count })
  const from = Number(after)
  const ids = audience.ids.slice(from, from + count)
  const invited = audience.kind === 'people' ? await invitePeople(reader, ids) : await inviteAppointments(reader, ids)
  return { invited, after: String(from + ids.length), isLast: from + ids.length >= audience.ids.length }
}

async function invitePeople(reader: Reader, listed: readonly string[]): Promise<readonly Invited[]> {
  const ids = listed as PersonId[]
  const people = await peopleByIds(reader, ids)
  const owned = Map.groupBy(await numbersOfPeople(reader, ids), ({ personId }) => personId)
  return people.map((person) => {
    const numbers = (owned.get(person.id) ?? []).map(({ e164 }) => e164)
    return { person, numbers, only: null, appointment: null }
  })
}

async function inviteAppointments(reader: Reader, listed: readonly string[]): Promise<readonly Invited[]> {
  const booked = await appointmentsByIds(reader, listed as AppointmentId[])
  const people = await peopleByIds(
    reader,
    booked.map(({ personId }) => personId),
  )
  const known = new Map(people.map((person) => [person.id, person]))
  return booked.flatMap((appointment): Invited[] => {
    const person = known.get(appointment.personId)
    const numbers = appointment.e164 === null ? [] : [appointment.e164]
    return person ? [{ person, numbers, only: null, appointment }] : []
  })
}

/**
 * By number, because that is how consent is kept: a page is one stretch of the ledger. Somebody with several numbers is met
 * once at each and written to at one.
 */
async function pageOfEveryone(
  reader: Reader,
  { language, purpose }: { readonly language: 'en' | 'es' | null; readonly purpose: MessagePurpose },
  { after, count }: { readonly after: string; readonly count: number },
): Promise<AudiencePage> {
  const found = await ownersAfter(reader, after as E164, count, purpose === 'emergency' ? null : purpose)
  const isLast = found.length < count
  const owners = isLast ? found : withoutLastNumber(found)
  const several = owners.filter(({ hasOthers }) => hasOthers).map(({ person }) => person.id)
  const known = several.length > 0 ? await numbersOfPeople(reader, several) : []
  const numbersOf = Map.groupBy(known, ({ personId }) => personId)
  const invited = owners
    .filter(({ person }) => language === null || person.language === language)
    .map(({ person, e164 }): Invited => {
      const numbers = numbersOf.get(person.id)?.map((number) => number.e164) ?? [e164]
      return { person, numbers, only: e164, appointment: null }
    })
  return { invited, after: owners.at(-1)?.e164 ?? after, isLast }
}

/** A household may go on behind the end of a page; it is then left to the next one, as long as this one is not empty. */
function withoutLastNumber(owners: readonly NumberOwner[]): readonly NumberOwner[] {
  const last = owners.at(-1)?.e164
  const whole = owners.filter(({ e164 }) => e164 !== last)
  return whole.length > 0 ? whole : owners
}
