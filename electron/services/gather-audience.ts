import { audienceJudge, sidesOf } from '../../shared/domain/audience.ts'
import type { Audience, AudienceCandidate } from '../../shared/domain/audience.ts'
import { mayText } from '../../shared/domain/consent.ts'
import { renderBody } from '../../shared/domain/merge-fields.ts'
import { displayName } from '../../shared/domain/person-name.ts'
import type { E164, PersonId } from '../../shared/ids.ts'
import type { ParsedInputOf } from '../../shared/ipc/contract.ts'
import { ok } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import type { Appointment } from '../db/repos/appointments.ts'
import { peopleByIds } from '../db/repos/people.ts'
import type { Person } from '../db/repos/people.ts'
import { numbersOfPeople } from '../db/repos/phone-numbers.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { peopleOfAppointments } from './appointments-of-day.ts'
import { dayBook } from './day-book.ts'
import { askInBatches, mapInPieces } from './in-pieces.ts'
import { messageValues } from './message-values.ts'
import type { MessageSender } from './message-values.ts'
import { consentFacts, consentQuestion, standingsInBatches } from './verdicts.ts'
import type { MessagePurpose, Standings } from './verdicts.ts'

/** A message as it is drafted: for whom, what for, what, when. */
export type Draft = ParsedInputOf<'broadcasts.preview'>

/** Somebody of the audience with all that is needed to write to them. */
export interface Candidate extends AudienceCandidate {
  readonly person: Person
  readonly displayName: string
  readonly startsAtMs: Instant | null
}

/** A person with the one number to be used, before it is known whether it may be. */
interface Invited {
  readonly person: Person
  readonly e164: E164 | null
  readonly appointment: Appointment | null
}

/** Finds everybody a draft is for and decides who gets it, with the message as each would read it. */
export async function gatherAudience(desk: DeskServices, draft: Draft): Promise<Audience<Candidate>> {
  const { standings, invited } = await invite(desk, draft)
  const { name, phone } = desk.practice()
  const sender: MessageSender = { name, phone, zone: desk.practiceZone(), language: languageOf(desk, draft) }
  const candidates = await mapInPieces(invited, (one) => toCandidate(one, draft.body, { sender, standings }))
  const judge = audienceJudge<Candidate>(consentQuestion(draft.purpose))
  return sidesOf(await mapInPieces(candidates, judge))
}

/** The language of the words; who does not say it writes in the practice's. */
export function languageOf(desk: DeskServices, draft: Draft): 'en' | 'es' {
  return draft.language ?? desk.practice().language
}

async function invite(
  desk: DeskServices,
  { audience, purpose }: Draft,
): Promise<{ readonly invited: readonly Invited[]; readonly standings: Standings }> {
  if (audience.kind === 'people') return invitePeople(desk, audience.personIds as PersonId[], purpose)
  const chosen = audience.appointmentIds && new Set<string>(audience.appointmentIds)
  const ofDay = await dayBook(desk.store.db, audience.isoDay)
  const booked = chosen ? ofDay.filter(({ id }) => chosen.has(id)) : ofDay
  const people = await peopleOfAppointments(desk, booked)
  const invited = booked.flatMap((appointment): Invited[] => {
    const person = people.get(appointment.personId)
    return person ? [{ person, e164: appointment.e164, appointment }] : []
  })
  const standings = await standingsInBatches(
    desk.store.db,
    booked.flatMap(({ e164 }) => e164 ?? []),
  )
  return { invited, standings }
}

async function invitePeople(desk: DeskServices, ids: readonly PersonId[], purpose: MessagePurpose) {
  const { db } = desk.store
  const people = await askInBatches(ids, (batch) => peopleByIds(db, batch))
  const owned = Map.groupBy(await askInBatches(ids, (batch) => numbersOfPeople(db, batch)), ({ personId }) => personId)
  const numbersOf = (person: Person) => (owned.get(person.id) ?? []).map(({ e164 }) => e164)
  const standings = await standingsInBatches(db, people.flatMap(numbersOf))
  const invited = people.map((person): Invited => {
    return { person, e164: bestNumber(numbersOf(person), standings, purpose), appointment: null }
  })
  return { invited, standings }
}

/** Of several numbers the first that may be texted; where none may, the first, whose refusal is then told. */
function bestNumber(numbers: readonly E164[], standings: Standings, purpose: MessagePurpose): E164 | null {
  const question = consentQuestion(purpose)
  const mayBeTexted = (e164: E164) => mayText({ ...consentFacts(standings, e164), ...question }).may
  return numbers.find(mayBeTexted) ?? numbers[0] ?? null
}

function toCandidate(
  { person, e164, appointment }: Invited,
  body: string,
  { sender, standings }: { readonly sender: MessageSender; readonly standings: Standings },
): Candidate {
  return {
    person,
    e164,
    displayName: displayName(person),
    startsAtMs: appointment?.startsAtMs ?? null,
    ...(appointment && { appointment }),
    ...consentFacts(standings, e164),
    body: readAs(body, messageValues({ ...person, appointment }, sender)),
  }
}

/** A field that nobody knows is a slip of the writer's, told once as a problem; it leaves nobody out. */
function readAs(body: string, values: Readonly<Record<string, string>>): AudienceCandidate['body'] {
  const rendered = renderBody(body, values)
  return !rendered.ok && rendered.error.code === 'merge_field_unknown' ? ok(body) : rendered
}
