import { PURPOSES } from '../../shared/domain/consent.ts'
import type { Purpose } from '../../shared/domain/consent.ts'
import { displayName } from '../../shared/domain/person-name.ts'
import type { PersonId } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { listFormVersions } from '../db/repos/form-versions.ts'
import { getPerson } from '../db/repos/people.ts'
import { numbersOfPeople } from '../db/repos/phone-numbers.ts'
import { listStaff } from '../db/repos/staff.ts'
import type { Reader } from '../db/schema.ts'
import { timelineOf } from './person-timeline.ts'
import type { KnownNames } from './person-timeline.ts'
import { standingsOf } from './text-state.ts'
import type { NumberStanding } from './text-state.ts'

type PersonNumber = OutputOf<'people.get'>['numbers'][number]

/** Tells all that is known of a person: numbers with what each may be used for, and what happened. Fails with `not_found`. */
export async function personStory(
  reader: Reader,
  id: PersonId,
  practiceZone: string,
): Promise<Result<OutputOf<'people.get'>, AppError>> {
  const person = await getPerson(reader, id)
  if (!person) return err({ code: 'not_found', what: 'person' })
  const numbers = (await numbersOfPeople(reader, [id])).map(({ e164 }) => e164)
  const standings = await standingsOf(reader, numbers)
  const names = await knownNames(reader)
  const { givenName, familyName, email, language, zone } = person
  return ok({
    id,
    givenName,
    familyName,
    email,
    language,
    zone,
    displayName: displayName(person),
    numbers: [...standings.values()].map((standing) => tellNumber(standing, names)),
    timeline: await timelineOf(reader, id, { standings, names, practiceZone }),
  })
}

async function knownNames(reader: Reader): Promise<KnownNames> {
  const staff = new Map((await listStaff(reader)).map(({ id, name }) => [id, name]))
  const codes = new Map((await listFormVersions(reader)).map(({ id, code }) => [id, code]))
  return {
    staffName: (id) => (id === null ? null : (staff.get(id) ?? null)),
    formCode: (id) => (id === null ? null : (codes.get(id) ?? null)),
  }
}

function tellNumber(standing: NumberStanding, names: KnownNames): PersonNumber {
  const { e164, state, suppression } = standing
  const optOut = suppression && {
    atMs: suppression.atMs,
    source: suppression.source,
    scope: suppression.scope,
    words: suppression.words,
  }
  return { e164, state, consents: PURPOSES.map((purpose) => tellConsent(standing, purpose, names)), optOut }
}

function tellConsent(
  { consent, events }: NumberStanding,
  purpose: Purpose,
  names: KnownNames,
): PersonNumber['consents'][number] {
  const { state, since, event, grant } = consent[purpose]
  // What stands rests on the agreement, even where a later text confirmed it; what ended rests on what ended it.
  const proof = events.find(({ id }) => id === (state === 'confirmed' ? grant : event)?.id)
  return {
    purpose,
    state: event?.kind === 'reassigned' ? 'reassigned' : state,
    sinceMs: since ?? null,
    source: proof?.source ?? null,
    formId: proof?.formId ?? null,
    formCode: names.formCode(proof?.formVersionId ?? null),
    staffName: names.staffName(proof?.staffId ?? null),
  }
}
