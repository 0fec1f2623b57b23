import type { z } from 'zod'
import { displayName } from '../../shared/domain/person-name.ts'
import type { FormId } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { formRow } from '../../shared/ipc/contract/forms.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { countForms, getForm, listForms } from '../db/repos/forms.ts'
import type { Form, FormDecision } from '../db/repos/forms.ts'
import { getFormVersion, listFormVersions } from '../db/repos/form-versions.ts'
import { getFormCheck } from '../db/repos/form-checks.ts'
import { readingsOfForms } from '../db/repos/form-readings.ts'
import { peopleByIds } from '../db/repos/people.ts'
import { getStaff } from '../db/repos/staff.ts'
import type { Reader } from '../db/schema.ts'

/** One sheet in a list. */
export type FormRow = z.output<typeof formRow>

/** Sheets as a list shows them, with the names of those they belong to. */
export async function formRowsOf(reader: Reader, forms: readonly Form[]): Promise<FormRow[]> {
  const ids = forms.flatMap(({ decision }) => (decision ? [decision.personId] : []))
  const readings = await readingsOfForms(
    reader,
    forms.map(({ id }) => id),
  )
  const names = new Map((await peopleByIds(reader, ids)).map((person) => [person.id, displayName(person)]))
  return forms.map(({ id, name, pageNo, pageCount, state, addedAtMs, setAsideReason, decision }) => {
    const personId = decision?.personId ?? null
    const personName = personId === null ? null : (names.get(personId) ?? null)
    const unreadCode = readings.get(id)
    const reading =
      unreadCode === undefined ? (state === 'to_check' ? 'waiting' : 'none') : unreadCode === null ? 'read' : 'unread'
    return {
      id,
      name,
      pageNo,
      pageCount,
      state,
      addedAtMs,
      personId,
      personName,
      setAsideReason,
      reading,
      unreadCode: unreadCode ?? null,
    }
  })
}

/** All sheets of a state, or all, with how many there are of each. */
export async function formsInState(reader: Reader, state: Form['state'] | null): Promise<OutputOf<'forms.list'>> {
  const { to_check: toCheck, accepted, set_aside: setAside } = await countForms(reader)
  const forms = await formRowsOf(reader, await listForms(reader, state))
  return { forms, counts: { toCheck, accepted, setAside } }
}

/** Every edition of the sheet that the practice has handed out, the newest first. */
export async function formVersions(reader: Reader): Promise<OutputOf<'forms.versions'>> {
  const versions = await listFormVersions(reader)
  return {
    versions: versions.map(({ id, code, language, sentences, wordingSha256 }) => ({
      id,
      code,
      language,
      sentences,
      wordingSha256,
    })),
  }
}

/** One sheet with what was decided on it. Fails with `not_found`. */
export async function formDetail(reader: Reader, id: FormId): Promise<Result<OutputOf<'forms.get'>, AppError>> {
  const form = await getForm(reader, id)
  const [row] = form ? await formRowsOf(reader, [form]) : []
  if (!form || !row) return err({ code: 'not_found', what: 'form' })
  const { originalSha256, sizeBytes, mediaType, decision } = form
  return ok({
    ...row,
    originalSha256,
    sizeBytes,
    mediaType,
    decision: decision && (await tell(reader, form, decision)),
  })
}

async function tell(reader: Reader, form: Form, decision: FormDecision): Promise<OutputOf<'forms.get'>['decision']> {
  const { formVersionId, e164, agreed, signedOn } = decision
  const version = await getFormVersion(reader, formVersionId)
  const staff = form.decidedBy === null ? null : await getStaff(reader, form.decidedBy)
  return {
    formVersionId,
    formCode: version?.code ?? '',
    e164,
    agreed,
    signedOn,
    staffName: staff?.name ?? '',
    atMs: form.decidedAtMs ?? form.addedAtMs,
    check: await tellCheck(reader, form.id),
  }
}

async function tellCheck(
  reader: Reader,
  formId: FormId,
): Promise<NonNullable<OutputOf<'forms.get'>['decision']>['check']> {
  const check = await getFormCheck(reader, formId)
  if (!check) return null
  const changed = check.fields.filter(({ isChanged }) => isChanged)
  return { wasRead: check.readingId !== null, changed, openMs: check.openMs }
}
