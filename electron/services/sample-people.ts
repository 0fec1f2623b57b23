import type { Purpose } from '../../shared/domain/consent.ts'
import { parsePhone } from '../../shared/domain/phone.ts'
import { SAMPLE_PRACTICE } from '../../shared/domain/sample-practice.ts'
import type { SamplePerson } from '../../shared/domain/sample-practice.ts'
import type { ConsentEventId, E164, FormId, PersonId, StaffId } from '../../shared/ids.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { addDays, DAY_MS, HOUR_MS, isoDay, MINUTE_MS, startOfDay } from '../../shared/time.ts'
import type { Instant, IsoDay } from '../../shared/time.ts'
import { appendConsentEvent } from '../db/repos/consent-events.ts'
import type { NewConsentEvent } from '../db/repos/consent-events.ts'
import { acceptForm, addForm } from '../db/repos/forms.ts'
import type { StoredFormVersion } from '../db/repos/form-versions.ts'
import { addPerson } from '../db/repos/people.ts'
import { indexPerson } from '../db/repos/person-search.ts'
import { addPhoneNumber } from '../db/repos/phone-numbers.ts'
import type { Writer } from '../db/schema.ts'
import { optOutNumber } from './opt-out-number.ts'
import { drawPile } from './sample-pile.ts'
import type { SeedParts } from './seed-practice.ts'

/** The original in which all sheets of the sample are. */
export interface Pile {
  readonly sha256: string
  readonly sizeBytes: number
}

/** What the stories of all sample people share. */
interface SampleArchive {
  readonly versions: readonly StoredFormVersion[]
  readonly staffIds: readonly [StaffId, ...StaffId[]]
  readonly pile: Pile
  /** The page of this person's sheet in the pile. */
  readonly pageNo: number
  readonly pageCount: number
}

/** One person of the sample with what was made for them so far. */
interface Kept extends SampleArchive {
  readonly person: SamplePerson
  readonly personId: PersonId
  readonly e164: E164
}

const ZONE = SAMPLE_PRACTICE.zone
const PILE_NAME = 'paper-archive.pdf'

/** Draws the sheets of those who signed one, and keeps the pile. Fails as the blob store does. */
export async function keepPile(
  { blobs, clock }: SeedParts,
  people: readonly SamplePerson[],
): Promise<Result<Pile, AppError>> {
  const bytes = drawPile(people.map((person) => sheetOf(person, signedOn(person, clock.now()))))
  const kept = await blobs.put(bytes)
  return kept.ok ? ok({ sha256: kept.value.sha256, sizeBytes: bytes.length }) : kept
}

/** Adds a sample person, and all that their story has left behind. */
export async function keepSamplePerson(
  writer: Writer,
  parts: SeedParts,
  person: SamplePerson,
  archive: SampleArchive,
): Promise<void> {
  const phone = parsePhone(person.phone, { allowFiction: true })
  if (!phone.ok) throw new Error(`The sample has a number that is none: ${phone.error.code}`)
  const { e164 } = phone.value
  const personId = parts.newId() as PersonId
  const nowMs = parts.clock.now()
  await addPerson(writer, {
    id: personId,
    givenName: person.firstName,
    familyName: person.lastName,
    email: person.email ?? '',
    language: person.language,
    zone: person.zone,
    region: person.state,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  })
  await addPhoneNumber(writer, { personId, e164, createdAtMs: nowMs })
  await indexPerson(writer, personId)
  if (person.agreedDaysAgo !== null) await keepConsent(writer, parts, { ...archive, person, personId, e164 })
}

async function keepConsent(writer: Writer, parts: SeedParts, kept: Kept): Promise<void> {
  const { person, e164 } = kept
  const nowMs = parts.clock.now()
  const day = signedOn(person, nowMs)
  const checkedAtMs = startOfDay(day, ZONE) + 10 * HOUR_MS
  const grant = await keepSheet(writer, parts, kept, day, checkedAtMs)
  for (const purpose of purposesOf(person)) {
    await appendConsentEvent(writer, { ...grant, id: parts.newId() as ConsentEventId, purpose })
  }
  if (person.consent !== 'not_confirmed') await confirm(writer, parts, kept, checkedAtMs + 20 * MINUTE_MS)
  if (person.stoppedDaysAgo !== null) {
    const stoppedAtMs = nowMs - person.stoppedDaysAgo * DAY_MS
    const stop = { e164, source: 'inbound_text', words: 'STOP', inboundId: null, staffId: null } as const
    await optOutNumber(writer, parts.newId, { ...stop, saidAtMs: stoppedAtMs, nowMs: stoppedAtMs })
  }
}

/** Adds the sheet as checked and accepted; the answer is what each ticked box of it grants. */
async function keepSheet(
  writer: Writer,
  { newId }: SeedParts,
  kept: Kept,
  day: IsoDay,
  atMs: Instant,
): Promise<Omit<NewConsentEvent, 'id' | 'purpose'>> {
  const { person, personId, e164, versions, pile, pageNo, pageCount } = kept
  const version = versions.find(({ language }) => language === person.language) ?? versions[0]
  if (!version) throw new Error('The sample practice has no forms')
  const id = newId() as FormId
  const staffId = kept.staffIds[pageNo % kept.staffIds.length] ?? kept.staffIds[0]
  await addForm(writer, {
    id,
    originalSha256: pile.sha256,
    pageNo,
    pageCount,
    name: PILE_NAME,
    mediaType: 'application/pdf',
    sizeBytes: pile.sizeBytes,
    addedBy: staffId,
    addedAtMs: atMs,
  })
  const purposes = purposesOf(person)
  const agreed = { care: true, marketing: purposes.includes('marketing'), group: purposes.includes('group') }
  const decision = { personId, e164, formVersionId: version.id, agreed, signedOn: day }
  await acceptForm(writer, id, decision, { staffId, atMs })
  return {
    e164,
    kind: 'granted',
    source: 'paper',
    atMs: startOfDay(day, ZONE),
    recordedAtMs: atMs,
    personId,
    staffId,
    formId: id,
    formVersionId: version.id,
    wordingVersion: version.wordingSha256,
    evidenceSha256: pile.sha256,
  }
}

async function confirm(
  writer: Writer,
  { newId }: SeedParts,
  { person, personId, e164 }: Kept,
  atMs: Instant,
): Promise<void> {
  for (const purpose of purposesOf(person)) {
    const id = newId() as ConsentEventId
    const answer = { kind: 'confirmed', source: 'inbound_text', words: 'YES', atMs, recordedAtMs: atMs } as const
    await appendConsentEvent(writer, { id, e164, purpose, personId, ...answer })
  }
}

function purposesOf({ consent, group = false }: SamplePerson): readonly Purpose[] {
  const isMarketing = consent === 'paper_care_marketing'
  return ['care', ...(isMarketing ? (['marketing'] as const) : []), ...(group ? (['group'] as const) : [])]
}

function signedOn({ agreedDaysAgo }: SamplePerson, nowMs: Instant): IsoDay {
  return addDays(isoDay(nowMs, ZONE), -(agreedDaysAgo ?? 0))
}

function sheetOf(person: SamplePerson, day: IsoDay): readonly string[] {
  const tick = (isTicked: boolean): string => (isTicked ? '[X]' : '[  ]')
  return [
    'Permission to text you',
    SAMPLE_PRACTICE.name,
    '',
    `Name: ${person.firstName} ${person.lastName}`,
    `Mobile number: ${person.phone}`,
    `E-mail: ${person.email ?? ''}`,
    '',
    `${tick(true)}  Appointments and care`,
    `${tick(purposesOf(person).includes('marketing'))}  News and offers`,
    `${tick(purposesOf(person).includes('group'))}  Group conversations`,
    '',
    `Signed: ${person.firstName} ${person.lastName}      Date: ${day}`,
    'Practice data: this person is made up.',
  ]
}
