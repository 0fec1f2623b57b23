import type { ConsentEventId, E164, FormId, FormVersionId, PersonId } from '../../shared/ids.ts'
import { PURPOSES } from '../../shared/domain/consent.ts'
import type { PhoneNumber } from '../../shared/domain/phone.ts'
import { foldStops, isEnded } from '../../shared/domain/suppression.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { ConfirmedBoxes } from '../../shared/rules/confirmation-text.ts'
import { startOfDay } from '../../shared/time.ts'
import { appendConsentEvent } from '../db/repos/consent-events.ts'
import { acceptForm as keepDecision, getForm, nextFormToCheck } from '../db/repos/forms.ts'
import type { Form } from '../db/repos/forms.ts'
import { getFormVersion } from '../db/repos/form-versions.ts'
import type { StoredFormVersion } from '../db/repos/form-versions.ts'
import { getPerson } from '../db/repos/people.ts'
import type { Person } from '../db/repos/people.ts'
import { standingSuppressions } from '../db/repos/suppressions.ts'
import type { Reader, Writer } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { keepCheck } from './keep-check.ts'
import { keepPerson } from './keep-person.ts'
import type { TypedPerson } from './keep-person.ts'
import { queueConfirmation } from './queue-confirmation.ts'
import { readSignedOn } from './signed-on.ts'
import { readEmail, readName, readPhone } from './typed-person.ts'

type Input = ParsedInputOf<'forms.accept'>
type Output = OutputOf<'forms.accept'>

/** What was typed from the sheet, after it was read. */
type ReadSheet = TypedPerson & { readonly phone: PhoneNumber }

/** The rows that a sheet is accepted against. */
interface Basis {
  readonly form: Form
  readonly version: StoredFormVersion
  /** The person it is attached to; null for a new one. */
  readonly known: Person | null
}

/**
 * Turns a checked sheet into a person who may be texted: person, number, one consent event for each ticked box with its
 * proof, and the confirmation text, all in one transaction. A number that said stop stays blocked: paper alone does not
 * undo a stop; the owner's own START does, see `isTakenBack`.
 * Whatever the machine read, only what the person pressed is agreed to; the check is kept beside it.
 * Fails with `form_not_signed`, `form_not_waiting`, `not_found`, and what `readName`, `readEmail`, `readPhone` and
 * `readSignedOn` refuse.
 */
export async function acceptForm(desk: DeskServices, input: Input): Promise<Result<Output, AppError>> {
  const sheet = readSheet(desk, input)
  if (!sheet.ok) return sheet
  const accepted = await desk.store.db.transaction().execute(async (writer) => {
    const basis = await findBasis(writer, desk, input)
    return basis.ok ? ok(await keepSheet(writer, desk, input, sheet.value, basis.value)) : basis
  })
  if (accepted.ok) desk.sendingDesk?.wake()
  return accepted
}

function readSheet(desk: DeskServices, input: Input): Result<ReadSheet, AppError> {
  if (!input.isSigned) return err({ code: 'form_not_signed' })
  const name = readName(input)
  if (!name.ok) return name
  const phone = readPhone(input.phone, desk.isPractice)
  if (!phone.ok) return phone
  const email = readEmail(input.email)
  if (!email.ok) return email
  const signedOn = readSignedOn(desk, input.signedOn, null)
  if (!signedOn.ok) return signedOn
  return ok({ ...name.value, email: email.value, language: input.language, phone: phone.value })
}

async function findBasis(reader: Reader, desk: DeskServices, input: Input): Promise<Result<Basis, AppError>> {
  const form = await getForm(reader, input.id as FormId)
  if (!form) return err({ code: 'not_found', what: 'form' })
  if (form.state !== 'to_check') return err({ code: 'form_not_waiting', state: form.state })
  const version = await getFormVersion(reader, input.formVersionId as FormVersionId)
  if (!version) return err({ code: 'not_found', what: 'form_version' })
  const signedOn = readSignedOn(desk, input.signedOn, version)
  if (!signedOn.ok) return signedOn
  const known = input.personId === null ? null : await getPerson(reader, input.personId as PersonId)
  if (input.personId !== null && !known) return err({ code: 'not_found', what: 'person' })
  return ok({ form, version, known })
}

async function keepSheet(
  writer: Writer,
  desk: DeskServices,
  input: Input,
  sheet: ReadSheet,
  basis: Basis,
): Promise<Output> {
  const { e164 } = sheet.phone
  const personId = await keepPerson(writer, desk, basis.known, besideWhatIsKnown(sheet, basis.known))
  const decision = { personId, e164, formVersionId: basis.version.id, agreed: input.agreed, signedOn: input.signedOn }
  await keepDecision(writer, basis.form.id, decision, { staffId: desk.staffId(), atMs: desk.clock.now() })
  await keepCheck(writer, desk, input, basis)
  await appendConsent(writer, desk, input, { ...basis, personId, e164 })
  const boxes = await openBoxes(writer, e164, input.agreed)
  const zone = basis.known?.zone ?? sheet.phone.zone
  const confirmation = { personId, e164, zone, language: sheet.language, boxes }
  const isConfirmationDue = boxes.care || boxes.marketing
  const isConfirmationQueued = isConfirmationDue && (await queueConfirmation(writer, desk, confirmation))
  return { personId, e164, isConfirmationQueued, nextFormId: await nextFormToCheck(writer) }
}

/** A sheet attached to a known person adds to what is known; it renames nobody. */
function besideWhatIsKnown(sheet: ReadSheet, known: Person | null): TypedPerson {
  if (!known) return sheet
  const { givenName, familyName } = known
  return { ...sheet, givenName, familyName, email: known.email || sheet.email }
}

/** An empty box says nothing, so that it leaves no event. */
async function appendConsent(
  writer: Writer,
  desk: DeskServices,
  input: Input,
  { form, version, personId, e164 }: Basis & { readonly personId: PersonId; readonly e164: E164 },
): Promise<void> {
  for (const purpose of PURPOSES.filter((asked) => input.agreed[asked])) {
    await appendConsentEvent(writer, {
      id: desk.newId() as ConsentEventId,
      e164,
      purpose,
      kind: 'granted',
      source: 'paper',
      // The sheet tells the day alone. Its first moment is the careful one: a stop of the same day came after it.
      atMs: startOfDay(input.signedOn, desk.practiceZone()),
      recordedAtMs: desk.clock.now(),
      personId,
      staffId: desk.staffId(),
      formId: form.id,
      formVersionId: version.id,
      wordingVersion: version.wordingSha256,
      evidenceSha256: form.originalSha256,
    })
  }
}

/** Of the ticked boxes those that no stop holds back: a confirmation speaks of nothing that will not come. */
async function openBoxes(reader: Reader, e164: E164, agreed: Input['agreed']): Promise<ConfirmedBoxes> {
  const stopped = foldStops(await standingSuppressions(reader, [e164]))
  return {
    care: agreed.care && !isEnded(stopped, 'care'),
    marketing: agreed.marketing && !isEnded(stopped, 'marketing'),
  }
}
