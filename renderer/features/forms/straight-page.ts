import { useEffect, useState } from 'react'
import type { RectMm } from '../../../shared/domain/opt-in-form-layout.ts'
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

/** A rectangle and what lies so many millimetres around it. */
export function around(rect: RectMm, marginMm: number): RectMm {
  return {
    xMm: rect.xMm - marginMm,
    yMm: rect.yMm - marginMm,
    widthMm: rect.widthMm + 2 * marginMm,
    heightMm: rect.heightMm + 2 * marginMm,
  }
}

/** The smallest rectangle around these; undefined for none. */
export function hull(rects: readonly RectMm[]): RectMm | undefined {
  if (rects.length === 0) return undefined
  const xMm = Math.min(...rects.map((rect) => rect.xMm))
  const yMm = Math.min(...rects.map((rect) => rect.yMm))
  const right = Math.max(...rects.map((rect) => rect.xMm + rect.widthMm))
  const bottom = Math.max(...rects.map((rect) => rect.yMm + rect.heightMm))
  return { xMm, yMm, widthMm: right - xMm, heightMm: bottom - yMm }
}
