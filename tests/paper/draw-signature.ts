import type { Random } from '../../scripts/samples/random.ts'
import { around, between } from '../../scripts/samples/random.ts'
import type { RectMm } from '../../shared/domain/opt-in-form-layout.ts'
import type { InkPen } from './draw-box-mark.ts'
import type { DrawnSignature } from './sheet-plan.ts'

/** Signs in the zone, or does what is no signature. */
export function drawSignature(pen: InkPen, zone: RectMm, kind: DrawnSignature, name: string, random: Random): void {
  const base = zone.yMm + zone.heightMm * 0.66
  switch (kind) {
    case 'nothing':
      return
    case 'specks':
      return specks(pen, zone, random)
    case 'dash':
      return scrawl(pen, zone.xMm + zone.widthMm * 0.3, base - 3, between(random, 4, 10), 0.1, random)
    case 'initials':
      return scrawl(pen, zone.xMm + 16, base - 3, between(random, 9, 15), 5, random)
    case 'scrawl':
      return scrawl(pen, zone.xMm + 14, base - 3, between(random, 30, 60), 6, random)
    case 'overflow':
      return scrawl(pen, zone.xMm + 12, base - 5, zone.widthMm * 0.8, 16, random)
    case 'name': {
      const { context, color } = pen
      context.font = `400 ${between(random, 7, 11)}px "marck-script"`
      context.fillStyle = color
      context.textAlign = 'left'
      context.fillText(name, zone.xMm + 14 + random() * 12, base - 1)
    }
  }
}

function specks({ context, color }: InkPen, zone: RectMm, random: Random): void {
  context.fillStyle = color
  for (let speck = 0; speck < 4; speck += 1) {
    context.beginPath()
    context.arc(zone.xMm + random() * zone.widthMm, zone.yMm + random() * zone.heightMm, 0.15, 0, Math.PI * 2)
    context.fill()
  }
}

function scrawl(
  { context, color, penMm }: InkPen,
  x: number,
  y: number,
  widthMm: number,
  heightMm: number,
  random: Random,
): void {
  context.strokeStyle = color
  context.lineWidth = penMm
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.beginPath()
  const steps = Math.max(4, Math.round(widthMm * 1.4))
  for (let step = 0; step <= steps; step += 1) {
    const up = Math.sin(step * 1.3 + random()) * heightMm * 0.5 * between(random, 0.5, 1)
    const along = x + (widthMm * step) / steps + around(random, 0.3)
    if (step === 0) context.moveTo(along, y)
    else context.lineTo(along, y - up)
  }
  context.stroke()
}
