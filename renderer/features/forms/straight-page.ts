import { useEffect, useState } from 'react'
import { useRead } from '../../api/queries.ts'
import { useObjectAddress } from '../../app/use-object-address.ts'
import type { ReadSheet } from './taken-reading.ts'

/** The straightened page of a sheet in this window. `image` is there once it can be drawn from. */
export interface StraightPage {
  readonly address: string | undefined
  readonly image: HTMLImageElement | undefined
  readonly widthPx: number
  readonly heightPx: number
  readonly pxPerMm: number
}

/** Reads the straightened page of a sheet that was read. */
export function useStraightPage(sheet: ReadSheet | undefined): StraightPage | undefined {
  const page = useRead('forms.straightPage', { readingId: sheet?.readingId ?? '-' }, { isOff: sheet === undefined })
  const address = useObjectAddress(page.value?.bytes, page.value?.mediaType ?? '')
  const image = useImage(address)
  return sheet && { address, image, ...sheet.page }
}

function useImage(address: string | undefined): HTMLImageElement | undefined {
  const [image, setImage] = useState<HTMLImageElement>()
  useEffect(() => {
    if (address === undefined) return undefined
    const loading = new Image()
    const show = () => setImage(loading)
    loading.addEventListener('load', show)
    loading.src = address
    return () => {
      loading.removeEventListener('load', show)
      setImage(undefined)
    }
  }, [address])
  return image
}
