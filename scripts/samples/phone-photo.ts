import type { Canvas } from '@napi-rs/canvas'
import { createCanvas } from '@napi-rs/canvas'
import type { Point } from './perspective.ts'
import { ontoUnitSquare } from './perspective.ts'
import type { Random } from './random.ts'
import { around, between } from './random.ts'
import { woodAt } from './wood.ts'

type Rgb = readonly [red: number, green: number, blue: number]

const WIDTH_PX = 1380
const HEIGHT_PX = 1840

/** Turns a clean sheet into a phone picture: held at an angle over a wooden counter, in the light of one window. */
export function photograph(sheet: Canvas, random: Random): Canvas {
  const photo = createCanvas(WIDTH_PX, HEIGHT_PX)
  const context = photo.getContext('2d')
  const image = context.createImageData(WIDTH_PX, HEIGHT_PX)
  const look = sampler(sheet)
  const onto = ontoUnitSquare(sheetCorners(random))
  const lightAt = windowLight(random)
  const wood = woodAt(random)
  const curl = between(random, 0.002, 0.004)
  for (let y = 0; y < HEIGHT_PX; y += 1) {
    for (let x = 0; x < WIDTH_PX; x += 1) {
      const [u, flat] = onto(x, y)
      const v = flat + curl * Math.sin(u * Math.PI)
      const cover = paperCover(u, v)
      const counter = wood(x, y).map((part) => part * shadowBeside(u - 0.008, v - 0.01)) as [number, number, number]
      const color = cover > 0 ? blend(counter, look(u, v), cover) : counter
      writePixel(image.data, (y * WIDTH_PX + x) * 4, color, lightAt(x, y), around(random, 3))
    }
  }
  context.putImageData(image, 0, 0)
  return soften(photo)
}

/** Where the sheet's corners fall: nearly filling the picture, turned and tilted as far as a hurried hand does. */
function sheetCorners(random: Random): readonly [Point, Point, Point, Point] {
  const turn = around(random, 3.2) * (Math.PI / 180)
  const tilt = between(random, 0.01, 0.035)
  const place = (right: number, down: number): Point => {
    const narrowing = 1 - tilt * (1 - down)
    const x = right * 0.445 * WIDTH_PX * narrowing
    const y = down * 0.432 * HEIGHT_PX
    return [
      WIDTH_PX / 2 + x * Math.cos(turn) - y * Math.sin(turn) + around(random, 9),
      HEIGHT_PX / 2 + x * Math.sin(turn) + y * Math.cos(turn) + around(random, 9),
    ]
  }
  return [place(-1, -1), place(1, -1), place(1, 1), place(-1, 1)]
}

/** Brighter towards the window, darker at the edges of the lens, with the soft shadow of the hand that holds the phone. */
function windowLight(random: Random): (x: number, y: number) => number {
  const direction = random() * Math.PI * 2
  const shadow = [between(random, 0.15, 0.85), between(random, 0.72, 1.02)] as const
  return (x, y) => {
    const across = (x / WIDTH_PX - 0.5) * Math.cos(direction) + (y / HEIGHT_PX - 0.5) * Math.sin(direction)
    const fromCenter = Math.hypot(x / WIDTH_PX - 0.5, y / HEIGHT_PX - 0.5)
    const fromShadow = Math.hypot((x / WIDTH_PX - shadow[0]) * 1.5, (y / HEIGHT_PX - shadow[1]) * 1.7)
    return (0.93 + across * 0.16) * (1 - fromCenter ** 2 * 0.34) * (1 - 0.24 * Math.exp(-((fromShadow / 0.42) ** 2)))
  }
}

/** How much of a pixel is paper: 1 inside, 0 outside, in between along the edge, which is not a staircase. */
function paperCover(u: number, v: number): number {
  const insidePx = Math.min(u * WIDTH_PX, (1 - u) * WIDTH_PX, v * HEIGHT_PX, (1 - v) * HEIGHT_PX)
  return Math.min(1, Math.max(0, insidePx + 0.5))
}

function blend(under: Rgb, over: Rgb, cover: number): Rgb {
  const mix = (channel: 0 | 1 | 2): number => under[channel] + (over[channel] - under[channel]) * cover
  return [mix(0), mix(1), mix(2)]
}

/** How much light is left on the counter just beside the paper. */
function shadowBeside(u: number, v: number): number {
  const beyond = Math.hypot(Math.max(0, -u, u - 1), Math.max(0, -v, v - 1))
  return 1 - 0.5 * Math.exp(-beyond / 0.011)
}

/** Reads the sheet between its pixels; `u` and `v` run from 0 to 1. */
function sampler(sheet: Canvas): (u: number, v: number) => Rgb {
  const { width, height } = sheet
  const { data } = sheet.getContext('2d').getImageData(0, 0, width, height)
  return (u, v) => {
    const x = Math.min(width - 1.001, Math.max(0, u) * (width - 1))
    const y = Math.min(height - 1.001, Math.max(0, v) * (height - 1))
    const place = (Math.floor(y) * width + Math.floor(x)) * 4
    const channel = (color: number): number => {
      const at = (offset: number): number => data[place + offset + color] ?? 255
      const top = at(0) + (at(4) - at(0)) * (x % 1)
      const bottom = at(width * 4) + (at(width * 4 + 4) - at(width * 4)) * (x % 1)
      return top + (bottom - top) * (y % 1)
    }
    return [channel(0), channel(1), channel(2)]
  }
}

/** Office light is warm and a phone's blacks are never black. */
function writePixel(data: Uint8ClampedArray, place: number, color: Rgb, shade: number, grain: number): void {
  data[place] = 10 + color[0] * 0.95 * shade + grain
  data[place + 1] = 9 + color[1] * 0.935 * shade + grain
  data[place + 2] = 8 + color[2] * 0.885 * shade + grain
  data[place + 3] = 255
}

function soften(photo: Canvas): Canvas {
  const soft = createCanvas(photo.width, photo.height)
  const context = soft.getContext('2d')
  context.filter = 'blur(0.6px)'
  context.drawImage(photo, 0, 0)
  return soft
}
