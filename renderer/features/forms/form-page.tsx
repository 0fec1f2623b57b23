import { useRead } from '../../api/queries.ts'
import { Notice } from '../../design/notice.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { FormCheck } from './form-check.tsx'
import { FormRecord } from './form-record.tsx'

/** One sheet: to be checked, or as it was decided. */
export function FormPage({ formId }: { readonly formId: string }) {
  const errorText = useErrorText()
  const form = useRead('forms.get', { id: formId })
  const pile = useRead('forms.list', { state: 'to_check' }).value?.forms.map(({ id }) => id) ?? []
  if (form.error) return <Notice tone="brick">{errorText(form.error)}</Notice>
  if (!form.value) return <Skeleton />
  return form.value.state === 'to_check' ? (
    <FormCheck key={formId} form={form.value} pile={pile} />
  ) : (
    <FormRecord form={form.value} />
  )
}
