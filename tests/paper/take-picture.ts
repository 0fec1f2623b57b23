import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Canvas } from '@napi-rs/canvas'
import type { Point, Projection } from '../../scripts/samples/perspective.ts'
import { ontoUnitSquare } from '../../scripts/samples/perspective.ts'
import type { Random } from '../../scripts/samples/random.ts'
import { around, between, seededRandom } from '../../scripts/samples/random.ts'
import { drawSheet } from './draw-sheet.ts'
import type { PictureKind, SheetPlan } from './sheet-plan.ts'
import type { GreySheet } from './wear-paper.ts'
import { faxed, wearPaper } from './wear-paper.ts'

/** What a scanner or a camera is like. */
interface Camera {
  readonly widthPx: number
  readonly heightPx: number
  readonly turnDeg: number
  readonly tilt: number
  readonly curl: number
  readonly shadow: number
  readonly blurPx: number
  readonly noise: number
  readonly jpegQuality: number
  /** Where nothing lies: the scanner's lid or a table. */
  readonly ground: number
}

const DRAWN_PX_PER_MM = 8

/** Draws the sheet, lets it age and takes its picture, as JPEG. */
export function takePicture(plan: SheetPlan): Buffer {
  const random = seededRandom(plan.seed * 101 + 7)
  const sheet = wearPaper(drawSheet(plan, DRAWN_PX_PER_MM), plan.wear, random)
  const camera = cameraFor(plan.kind, sheet, random)
  const seen = throughLens(sheet, camera, plan, random)
  const picture = plan.wear === 'fax' ? faxed(seen, random) : seen
  return asCanvas(picture, camera.blurPx).toBuffer('image/jpeg', Math.round(camera.jpegQuality))
}

/** A picture of two things at once, side by side, such as two sheets on one table. */
export async function sideBySide(left: Buffer, right: Buffer): Promise<Buffer> {
  const [one, other] = await Promise.all([loadImage(left), loadImage(right)])
  const canvas = createCanvas(one.width + other.width, Math.max(one.height, other.height))
  canvas.getContext('2d').drawImage(one, 0, 0)
  canvas.getContext('2d').drawImage(other, one.width, 0)
  return canvas.toBuffer('image/jpeg', 88)
}

/** Does something to a picture that was taken: a mirror, a torn corner, fewer pixels. */
export async function changed(jpeg: Buffer, change: (from: Canvas, to: Canvas) => void, scale = 1): Promise<Buffer> {
  const image = await loadImage(jpeg)
  const from = createCanvas(image.width, image.height)
  from.getContext('2d').drawImage(image, 0, 0)
  const to = createCanvas(Math.round(image.width * scale), Math.round(image.height * scale))
  change(from, to)
  return to.toBuffer('image/jpeg', 88)
}

function cameraFor(kind: PictureKind, { widthPx, heightPx }: GreySheet, random: Random): Camera {
  const ratio = heightPx / widthPx
  const still = { tilt: 0, curl: 0, shadow: 0 }
  switch (kind) {
    case 'flatbed':
      return {
        ...still,
        widthPx: 1720,
        heightPx: Math.round(1720 * ratio),
        turnDeg: around(random, 2.5),
        blurPx: 0.4,
        noise: 5,
        jpegQuality: 80,
        ground: 233,
      }
    case 'photo':
      return {
        widthPx: 1800,
        heightPx: 2400,
        turnDeg: around(random, 9),
        tilt: between(random, 0.01, 0.05),
        curl: between(random, 0, 0.005),
        shadow: between(random, 0.1, 0.4),
        blurPx: between(random, 0.4, 0.9),
        noise: 8,
        jpegQuality: between(random, 60, 85),
        ground: 110,
      }
    case 'webcam':
      return {
        widthPx: 1920,
        heightPx: 1080,
        turnDeg: around(random, 4),
        tilt: between(random, 0, 0.03),
        curl: between(random, 0, 0.003),
        shadow: between(random, 0, 0.2),
        blurPx: 0.5,
        noise: 8,
        jpegQuality: 85,
        ground: 90,
      }
    case 'hard':
      return {
        widthPx: 1700,
        heightPx: 2300,
        turnDeg: around(random, 18),
        tilt: between(random, 0.02, 0.08),
        curl: between(random, 0.003, 0.009),
        shadow: between(random, 0.3, 0.5),
        blurPx: between(random, 0.8, 1.8),
        noise: 12,
        jpegQuality: between(random, 40, 70),
        ground: 100,
      }
  }
}

/** Where the sheet's four corners fall in the picture. */
function cornersIn(
  camera: Camera,
  sheet: GreySheet,
  plan: SheetPlan,
  random: Random,
): readonly [Point, Point, Point, Point] {
  const { widthPx, heightPx, tilt } = camera
  const turn = (camera.turnDeg * Math.PI) / 180 + (plan.isUpsideDown ? Math.PI : 0)
  const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))]
  const ratio = sheet.heightPx / sheet.widthPx
  const fit = Math.min(widthPx / (cos + ratio * sin), heightPx / (ratio * cos + sin))
  // A printer scales too: 90 to 105 % of the size that the sheet should have, with the marks.
  const side = fit * (plan.kind === 'flatbed' ? between(random, 0.9, 1) : between(random, 0.9, 0.97))
  const place = (right: number, down: number): Point => {
    const narrow = 1 - tilt * (1 - down)
    const [x, y] = [(right * side * narrow) / 2, (down * side * ratio) / 2]
    const off = side * tilt * 0.2
    return [
      widthPx / 2 + x * Math.cos(turn) - y * Math.sin(turn) + around(random, off),
      heightPx / 2 + x * Math.sin(turn) + y * Math.cos(turn) + around(random, off),
    ]
  }
  return [place(-1, -1), place(1, -1), place(1, 1), place(-1, 1)]
}

function throughLens(sheet: GreySheet, camera: Camera, plan: SheetPlan, random: Random): GreySheet {
  const { widthPx, heightPx } = camera
  const onto: Projection = ontoUnitSquare(cornersIn(camera, sheet, plan, random))
  const pixels = new Uint8Array(widthPx * heightPx)
  const [lightX, lightY] = [around(random, 0.2), around(random, 0.2)]
  const [shadowX, shadowY] = [between(random, 0.1, 0.9), between(random, 0.2, 0.95)]
  const finger = plan.finger === null ? null : fingerAt(plan.finger)
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const [u, flat] = onto(x, y)
      const v = flat + camera.curl * Math.sin(u * Math.PI)
      const isPaper = u >= 0 && u < 1 && v >= 0 && v < 1
      let value = isPaper ? brightness(sheet, u, v) : camera.ground
      if (finger && Math.hypot((u - finger[0]) * 0.77, v - finger[1]) < 0.075) value = 120
      const [px, py] = [x / widthPx, y / heightPx]
      const far = Math.hypot(px - shadowX, py - shadowY) / 0.3
      const light = 1 + camera.shadow * (lightX * (px - 0.5) + lightY * (py - 0.5) - 0.6 * Math.exp(-far * far))
      pixels[y * widthPx + x] = Math.min(255, Math.max(0, 8 + value * 0.94 * light + around(random, camera.noise)))
    }
  }
  return { widthPx, heightPx, pixels }
}

function fingerAt(corner: number): Point {
  return [corner === 1 || corner === 2 ? 0.94 : 0.06, corner >= 2 ? 0.96 : 0.04]
}

/** Reads the sheet between its pixels. A camera with fewer pixels than the drawing sees the mean of some. */
function brightness({ widthPx, heightPx, pixels }: GreySheet, u: number, v: number): number {
  const [x, y] = [u * (widthPx - 2), v * (heightPx - 2)]
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [shareX, shareY] = [x - left, y - top]
  const at = top * widthPx + left
  const upper = (pixels[at] ?? 255) * (1 - shareX) + (pixels[at + 1] ?? 255) * shareX
  const lower = (pixels[at + widthPx] ?? 255) * (1 - shareX) + (pixels[at + widthPx + 1] ?? 255) * shareX
  return upper * (1 - shareY) + lower * shareY
}

function asCanvas({ widthPx, heightPx, pixels }: GreySheet, blurPx: number): Canvas {
  const sharp = createCanvas(widthPx, heightPx)
  const image = sharp.getContext('2d').createImageData(widthPx, heightPx)
  for (let at = 0; at < pixels.length; at += 1) {
    const value = pixels[at] ?? 0
    image.data.set([value, value, value, 255], at * 4)
  }
  sharp.getContext('2d').putImageData(image, 0, 0)
  const soft = createCanvas(widthPx, heightPx)
  soft.getContext('2d').filter = `blur(${blurPx}px)`
  soft.getContext('2d').drawImage(sharp, 0, 0)
  return soft
}
