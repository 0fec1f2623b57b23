import type { RectifiedPage, SignatureReading } from '../../../shared/domain/form-reading.ts'
import type { FormVersion } from '../../../shared/domain/opt-in-form.ts'
import type { RectMm } from '../../../shared/domain/opt-in-form-layout.ts'
import { around, hull } from '../../../shared/domain/rect-mm.ts'
import { erase, inkWithin, piecesOf } from './pen-ink.ts'
import { snappedBox } from './snap.ts'

/** The frame's line and its blur. */
const FRAME_MM = 1
const DUST_MM2 = 0.3
/** Lower than this is a dash, or what is left of the printed line where the paper is curled. */
const FLAT_MM = 1.4
/** Curl carries print so far up or down within the zone. */
const CURL_MM = 0.5
/** Initials are at least so wide and high with so much ink; a dash is not high, a speck not wide. */
const LEAST = { inkMm2: 4, widthMm: 5, heightMm: 2.4 } as const
/** So much ink over such a width is a signature whatever it looks like. */
const SURE = { inkMm2: 12, widthMm: 14, heightMm: 4 } as const

const NOWHERE: RectMm = { xMm: 0, yMm: 0, widthMm: 0, heightMm: 0 }

/**
 * Tells whether something was written where the signature belongs: any writing counts, as the law asks for none that can
 * be read. The printed cross, line and words in the zone do not count. It is never compared with another signature.
 */
export function readSignature(page: RectifiedPage, version: FormVersion): SignatureReading {
  const zone = snappedBox(page, version.layout.signature)
  const ink = inkWithin(page, around(zone, -FRAME_MM))
  for (const printed of printedInZone(version)) {
    const place = { ...printed, xMm: printed.xMm - FRAME_MM, yMm: printed.yMm - FRAME_MM - CURL_MM }
    erase(ink, { ...place, heightMm: printed.heightMm + 2 * CURL_MM })
  }
  const pieces = piecesOf(ink, DUST_MM2).filter((piece) => piece.box.heightMm >= FLAT_MM)
  const box = hull(pieces.map((piece) => piece.box)) ?? NOWHERE
  const inkMm2 = pieces.reduce((sum, { areaMm2 }) => sum + areaMm2, 0)
  const reaches = (least: typeof LEAST | typeof SURE): boolean =>
    inkMm2 >= least.inkMm2 && box.widthMm >= least.widthMm && box.heightMm >= least.heightMm
  if (reaches(SURE)) return { isPresent: true, confidence: 0.995 }
  if (reaches(LEAST)) return { isPresent: true, confidence: 0.85 }
  return { isPresent: false, confidence: inkMm2 < 1.5 ? 0.99 : 0.8 }
}

/** What is printed in the zone, measured from the zone's own corner and a little wider than it is. */
function printedInZone({ layout, ink }: FormVersion): readonly RectMm[] {
  const { xMm, yMm, widthMm, heightMm } = layout.signature
  if (ink === undefined) return firstLayout(widthMm)
  const printed: RectMm[] = []
  for (const item of ink) {
    const rect =
      item.kind === 'line'
        ? { xMm: item.xMm, yMm: item.baselineMm - item.sizeMm, widthMm: lineWidth(item), heightMm: item.sizeMm * 1.35 }
        : item
    const isIn =
      rect.xMm < xMm + widthMm &&
      rect.xMm + rect.widthMm > xMm &&
      rect.yMm < yMm + heightMm &&
      rect.yMm + rect.heightMm > yMm
    if (!isIn) continue
    printed.push({
      xMm: rect.xMm - xMm - 0.6,
      yMm: rect.yMm - yMm - 0.5,
      widthMm: rect.widthMm + 1.2,
      heightMm: rect.heightMm + 1,
    })
  }
  return printed
}

/** A line of small type is about half its size wide for each letter; more does no harm below the signature's own line. */
function lineWidth({ words, sizeMm }: { readonly words: string; readonly sizeMm: number }): number {
  return words.length * sizeMm * 0.55 + 1
}

/** The first editions: see `draw-first-layout.ts`. */
function firstLayout(widthMm: number): readonly RectMm[] {
  return [
    { xMm: 3.2, yMm: 12.4, widthMm: 3.8, heightMm: 5 },
    { xMm: 11.4, yMm: 15.9, widthMm: widthMm - 16.8, heightMm: 1 },
    { xMm: 11.4, yMm: 17.6, widthMm: 60, heightMm: 4 },
  ]
}
