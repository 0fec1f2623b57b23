import { useLayoutEffect, useRef } from 'react'
import type { RectMm } from '../../../shared/domain/opt-in-form-layout.ts'
import type { StraightPage } from './straight-page.ts'

/** A piece of the page and where it is drawn, in CSS pixels. */
export interface Piece {
  readonly from: RectMm
  readonly x: number
  readonly width: number
}

/** Pieces of the straightened page, drawn sharp on any screen. `label` says what they show. */
export function PageCrop(props: {
  readonly page: StraightPage
  readonly pieces: readonly Piece[]
  readonly width: number
  readonly height: number
  readonly label: string
}) {
  const { page, pieces, width, height } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    const pen = canvas.current?.getContext('2d')
    if (!canvas.current || !pen || !page.image) return
    const density = window.devicePixelRatio || 1
    canvas.current.width = Math.round(width * density)
    canvas.current.height = Math.round(height * density)
    pen.setTransform(density, 0, 0, density, 0, 0)
    pen.imageSmoothingQuality = 'high'
    const { image, pxPerMm } = page
    for (const { from, x, width: pieceWidth } of pieces) {
      const [left, top] = [from.xMm * pxPerMm, from.yMm * pxPerMm]
      pen.drawImage(image, left, top, from.widthMm * pxPerMm, from.heightMm * pxPerMm, x, 0, pieceWidth, height)
    }
  }, [page, pieces, width, height])
  return (
    <canvas ref={canvas} className="od-crop od-private" role="img" aria-label={props.label} style={{ width, height }} />
  )
}

/** One place of the page, so wide, with a margin around it. */
export function PlaceCrop(props: {
  readonly page: StraightPage
  readonly place: RectMm
  readonly width: number
  readonly label: string
}) {
  const { page, place, width, label } = props
  const pieces = [{ from: place, x: 0, width }]
  return (
    <PageCrop
      page={page}
      pieces={pieces}
      width={width}
      height={Math.round((width * place.heightMm) / place.widthMm)}
      label={label}
    />
  )
}
