import { Transformer } from '@napi-rs/image'
import { describe, expect, it } from 'vitest'
import { decodeGrey } from './grey-picture.ts'

/** White with a black upper left quarter; pixels with a seventh of them see-through when `isClear`. */
async function quarterBlack(widthPx: number, heightPx: number, isClear = false): Promise<Uint8Array> {
  const rgba = new Uint8Array(widthPx * heightPx * 4).fill(255)
  for (let y = 0; y < heightPx / 2; y += 1) {
    for (let x = 0; x < widthPx / 2; x += 1) rgba.set([0, 0, 0, 255], (y * widthPx + x) * 4)
  }
  if (isClear) for (let at = 1; at < widthPx * 4; at += 4) rgba[rgba.length - at] = 0
  const picture = Transformer.fromRgbaPixels(rgba, widthPx, heightPx)
  return isClear ? picture.png() : picture.jpeg(90)
}

describe('decodeGrey', () => {
  it.each([
    [200, 120, 200, 120],
    [3440, 2434, 3300, 2335],
    [2434, 3440, 2335, 3300],
    [4032, 3024, 3300, 2475],
    [5001, 3333, 3300, 2199],
  ])('keeps every pixel where it was: %i x %i', { timeout: 60_000 }, async (width, height, widthPx, heightPx) => {
    const grey = await decodeGrey(await quarterBlack(width, height))
    expect([grey.widthPx, grey.heightPx, grey.pixels.length]).toEqual([widthPx, heightPx, widthPx * heightPx])
    const at = (x: number, y: number) =>
      (grey.pixels[Math.floor(y * heightPx) * widthPx + Math.floor(x * widthPx)] ?? 0) > 128
    expect([at(0.2, 0.2), at(0.45, 0.45), at(0.55, 0.45), at(0.45, 0.55), at(0.9, 0.9)]).toEqual([
      false,
      false,
      true,
      true,
      true,
    ])
  })

  it('shows what is see-through as white paper', async () => {
    const grey = await decodeGrey(await quarterBlack(60, 40, true))
    expect([grey.widthPx, grey.heightPx]).toEqual([60, 40])
    expect(Math.min(...grey.pixels.subarray(-50))).toBeGreaterThan(250)
  })
})
