import type { FormId } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { getForm } from '../db/repos/forms.ts'
import type { DeskServices } from '../desk/desk-services.ts'

type Page = OutputOf<'forms.page'>

/** Shows pages of forms. */
export interface FormPages {
  /** The page of one form as a picture. Fails with `not_found`, `file_broken` and what the blob store refuses. */
  show(id: FormId): Promise<Result<Page, AppError>>
}

/** The page being checked, its neighbours, and a few to go back to; about 4 MB. */
const KEPT_PAGES = 8

/** Makes the shower of pages. The last pages stay in memory, so that going back and forth in a pile costs nothing. */
export function createFormPages(desk: DeskServices): FormPages {
  const kept = new Map<FormId, Page>()

  async function show(id: FormId): Promise<Result<Page, AppError>> {
    const page = kept.get(id)
    if (!page) return render(id)
    keep(id, page)
    return ok(page)
  }

  async function render(id: FormId): Promise<Result<Page, AppError>> {
    const form = await getForm(desk.store.db, id)
    if (!form) return err({ code: 'not_found', what: 'form' })
    const original = await desk.blobs.get(form.originalSha256)
    if (!original.ok) return original
    const input = { name: form.name, bytes: original.value, pageNo: form.pageNo }
    const rendered = await desk.workshop.run('renderPage', input)
    if (!rendered.ok) return rendered
    const page: Page = { ...rendered.value, mediaType: 'image/jpeg' }
    keep(id, page)
    return ok(page)
  }

  /** A map remembers the order in which it was filled: the first in it was not looked at for the longest time. */
  function keep(id: FormId, page: Page): void {
    kept.delete(id)
    kept.set(id, page)
    const [oldest] = kept.keys()
    if (kept.size > KEPT_PAGES && oldest !== undefined) kept.delete(oldest)
  }

  return { show }
}
