import type { FormId, FormReadingId } from '../../../shared/ids.ts'
import { ok } from '../../../shared/result.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { acceptForm } from '../../services/accept-form.ts'
import { addForms } from '../../services/add-forms.ts'
import { checkTyped } from '../../services/check-typed.ts'
import { createFormPages } from '../../services/form-page.ts'
import { straightPage, tellReading } from '../../services/form-reading.ts'
import { formDetail, formsInState, formVersions } from '../../services/form-rows.ts'
import { reopenForm, setAsideForm } from '../../services/set-aside-form.ts'

type Method =
  | 'forms.add'
  | 'forms.list'
  | 'forms.get'
  | 'forms.page'
  | 'forms.reading'
  | 'forms.straightPage'
  | 'forms.checkTyped'
  | 'forms.versions'
  | 'forms.accept'
  | 'forms.setAside'
  | 'forms.reopen'

/** Paper forms: taken in, shown, checked. */
export const formHandlers: HandlerGroup<Method> = (desk) => {
  const pages = createFormPages(desk)
  return {
    'forms.add': (input) => addForms(desk, input),
    'forms.list': async ({ state }) => ok(await formsInState(desk.store.db, state ?? null)),
    'forms.get': ({ id }) => formDetail(desk.store.db, id as FormId),
    'forms.page': ({ id }) => pages.show(id as FormId),
    'forms.reading': ({ id }) => tellReading(desk, id as FormId),
    'forms.straightPage': ({ readingId }) => straightPage(desk, readingId as FormReadingId),
    'forms.checkTyped': async (input) => ok(await checkTyped(desk, input)),
    'forms.versions': async () => ok(await formVersions(desk.store.db)),
    'forms.accept': (input) => acceptForm(desk, input),
    'forms.setAside': (input) => setAsideForm(desk, input),
    'forms.reopen': ({ id }) => reopenForm(desk, id as FormId),
  }
}
