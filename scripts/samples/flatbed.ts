import type { Canvas } from '@napi-rs/canvas'
import { createCanvas } from '@napi-rs/canvas'
import type { Random } from './random.ts'
import { around, between } from './random.ts'

/** Turns a clean sheet into what an office scanner makes of it: grey, a little askew, dusty, with a lid behind it. */
export function scanFlatbed(sheet: Canvas, random: Random): Canvas {
  const { width, height } = sheet
  const scan = createCanvas(width, height)
  const context = scan.getContext('2d')
  context.fillStyle = '#e9e9e9'
  context.fillRect(0, 0, width, height)
  context.translate(width / 2 + around(random, width * 0.004), height / 2 + around(random, height * 0.003))
  context.rotate(around(random, 1.5) * (Math.PI / 180))
  context.scale(0.985, 0.985)
  context.shadowColor = 'rgba(0, 0, 0, 0.35)'
  context.shadowBlur = 7
  context.filter = 'blur(0.45px)'
  context.drawImage(sheet, -width / 2, -height / 2)
  context.resetTransform()
  context.filter = 'none'
  context.shadowColor = 'transparent'
  strewDust(scan, random)
  greyWithGrain(scan, random)
  return scan
}

/** Specks and a few hairs, as on a glass that was wiped last month. */
function strewDust(scan: Canvas, random: Random): void {
  const context = scan.getContext('2d')
  for (let speck = 0; speck < 46; speck += 1) {
    context.fillStyle = `rgba(40, 40, 40, ${between(random, 0.15, 0.6)})`
    context.beginPath()
    context.arc(random() * scan.width, random() * scan.height, between(random, 0.4, 1.5), 0, Math.PI * 2)
    context.fill()
  }
  for (let hair = 0; hair < 3; hair += 1) {
    const x = random() * scan.width
    const y = random() * scan.height
    context.strokeStyle = `rgba(60, 60, 60, ${between(random, 0.25, 0.5)})`
    context.lineWidth = 0.9
    context.beginPath()
    context.moveTo(x, y)
    context.quadraticCurveTo(
      x + around(random, 30),
      y + around(random, 30),
      x + around(random, 60),
      y + around(random, 45),
    )
    context.stroke()
  }
}

/** One channel of light, a little grain, and paper that is never quite white. */
function greyWithGrain(scan: Canvas, random: Random): void {
  const context = scan.getContext('2d')
  const image = context.getImageData(0, 0, scan.width, scan.height)
  const { data } = image
  for (let place = 0; place < data.length; place += 4) {
    const light = 0.299 * (data[place] ?? 0) + 0.587 * (data[place + 1] ?? 0) + 0.114 * (data[place + 2] ?? 0)
    const grey = 12 + light * 0.935 + around(random, 2.2)
    data[place] = grey
    data[place + 1] = grey
    data[place + 2] = grey
  }
  context.putImageData(image, 0, 0)
}
