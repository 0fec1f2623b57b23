import type { FormId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { addForm, formsOfOriginal, getForm } from '../db/repos/forms.ts'
import type { Form, NewForm } from '../db/repos/forms.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import type { InspectedForm, NamedBytes } from '../workshop/port.ts'
import { formRowsOf } from './form-rows.ts'
import { tidy } from './typed-person.ts'

/**
 * Takes form files in, one after the other: each is looked into by the workshop, its original kept, and one form to check
 * made per page. A bad file is answered with its cause and stops no other. A full disk stops here, with what came before
 * it kept.
 */
export async function addForms(
  desk: DeskServices,
  { files }: ParsedInputOf<'forms.add'>,
): Promise<Result<OutputOf<'forms.add'>, AppError>> {
  const added: Form[] = []
  const refused: { name: string; error: AppError }[] = []
  for (const file of files) {
    const kept = await addFile(desk, { ...file, name: ownName(file.name) })
    if (kept.ok) added.push(...kept.value)
    else refused.push({ name: file.name, error: kept.error })
  }
  if (added.length > 0) desk.pileReading.wake()
  return ok({ added: await formRowsOf(desk.store.db, added), refused })
}

async function addFile(desk: DeskServices, file: NamedBytes): Promise<Result<readonly Form[], AppError>> {
  const inspected = await desk.workshop.run('inspectForm', file)
  if (!inspected.ok) return inspected
  // The original is safe on the disk before any row speaks of it.
  const original = await desk.blobs.put(file.bytes)
  if (!original.ok) return original
  return desk.store.db.transaction().execute(async (writer) => {
    const [known] = await formsOfOriginal(writer, original.value.sha256)
    if (known) return err({ code: 'form_already_added', name: file.name, formId: known.id })
    const pages = pagesOf(desk, file, inspected.value, original.value.sha256)
    for (const page of pages) await addForm(writer, page)
    const forms = await Promise.all(pages.map(({ id }) => getForm(writer, id)))
    return ok(forms.filter((form) => form !== null))
  })
}

function pagesOf(desk: DeskServices, file: NamedBytes, inspected: InspectedForm, originalSha256: string): NewForm[] {
  const { mediaType, pageCount } = inspected
  return Array.from({ length: pageCount }, (_, page) => ({
    id: desk.newId() as FormId,
    originalSha256,
    pageNo: page + 1,
    pageCount,
    name: file.name,
    mediaType,
    sizeBytes: file.bytes.length,
    addedBy: desk.staffId(),
    addedAtMs: desk.clock.now(),
  }))
}

/** The file's own name: what folder it lay in is nobody's business. */
function ownName(name: string): string {
  return tidy(name.split(/[\\/]/).at(-1) ?? '') || 'form'
}
