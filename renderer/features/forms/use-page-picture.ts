import { useRead } from '../../api/queries.ts'
import type { AppError } from '../../../shared/ipc/errors.ts'
import { useObjectAddress } from '../../app/use-object-address.ts'
import type { Size } from './picture-view.ts'

/** The picture of a sheet: its address in this window and its size; or why it cannot be shown. */
export interface PagePicture {
  readonly address: string | undefined
  readonly size: Size | undefined
  readonly error: AppError | undefined
  readonly again: () => void
}

/** Reads the picture of a sheet. */
export function usePagePicture(formId: string): PagePicture {
  const page = useRead('forms.page', { id: formId })
  const address = useObjectAddress(page.value?.bytes, page.value?.mediaType ?? '')
  const size = page.value && { width: page.value.widthPx, height: page.value.heightPx }
  return { address, size, error: page.error, again: page.again }
}
