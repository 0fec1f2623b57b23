import { useEffect, useState } from 'react'
import { useRead } from '../../api/queries.ts'
import type { AppError } from '../../../shared/ipc/errors.ts'
import type { Size } from './picture-view.ts'

/** The picture of a sheet: its address in this window and its size; or why it cannot be shown. */
export interface PagePicture {
  readonly address: string | undefined
  readonly size: Size | undefined
  readonly error: AppError | undefined
  readonly again: () => void
}

/** Reads the picture of a sheet. Its bytes live in this window only, and only while they are shown. */
export function usePagePicture(formId: string): PagePicture {
  const page = useRead('forms.page', { id: formId })
  const [address, setAddress] = useState<string>()
  const { bytes, mediaType } = page.value ?? {}
  useEffect(() => {
    if (!bytes) return undefined
    const made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType ?? '' }))
    setAddress(made)
    return () => {
      URL.revokeObjectURL(made)
      setAddress(undefined)
    }
  }, [bytes, mediaType])
  const size = page.value && { width: page.value.widthPx, height: page.value.heightPx }
  return { address, size, error: page.error, again: page.again }
}
