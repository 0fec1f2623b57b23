import type { Canvas } from '@napi-rs/canvas'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { beforeAll, describe, expect, it } from 'vitest'
import { findSheet } from '../../electron/scan/find-sheet.ts'
import { decodeGrey } from '../../electron/scan/grey-picture.ts'
import { harborviewSheet, SHEET_CHOICES } from '../../shared/domain/sample-sheets.ts'
import { registerPaperFonts } from './draw-sheet.ts'
import { planSheet } from './sheet-plan.ts'
import { changed, sideBySide, takePicture } from './take-picture.ts'

const VERSIONS = SHEET_CHOICES.map(harborviewSheet)
const PLAN = { ...planSheet(7, 'flatbed'), wear: 'none', isUpsideDown: false } as const

let picture: Buffer

beforeAll(() => {
  registerPaperFonts()
  picture = takePicture(PLAN)
})

const find = async (jpeg: Buffer, versions = VERSIONS) => findSheet(await decodeGrey(new Uint8Array(jpeg)), versions)

const draw =
  (also?: (to: Canvas) => void) =>
  (from: Canvas, to: Canvas): void => {
    to.getContext('2d').drawImage(from, 0, 0, to.width, to.height)
    also?.(to)
  }

const cover =
  (...corners: readonly (readonly [right: number, down: number])[]) =>
  (to: Canvas): void => {
    const context = to.getContext('2d')
    context.fillStyle = '#806040'
    for (const [right, down] of corners) {
      context.fillRect(right * to.width * 0.8, down * to.height * 0.85, to.width * 0.2, to.height * 0.15)
    }
  }

describe('a sheet that cannot be read says why', () => {
  it('reads it as it is, and lying on its head', async () => {
    expect(await find(picture)).toMatchObject({ ok: true, value: { code: { serial: PLAN.serial } } })
    const turned = await changed(picture, (from, to) => {
      const context = to.getContext('2d')
      context.translate(to.width, to.height)
      context.rotate(Math.PI)
      context.drawImage(from, 0, 0)
    })
    expect(await find(turned)).toMatchObject({ ok: true, value: { code: { serial: PLAN.serial } } })
  })

  it('reads it with two corners covered, and names those that are missing with three', async () => {
    const two = await changed(picture, draw(cover([0, 0], [1, 1])))
    expect(await find(two)).toMatchObject({ ok: true, value: { code: { serial: PLAN.serial } } })
    const three = await changed(picture, draw(cover([0, 0], [0, 1], [1, 1])))
    expect(await find(three)).toEqual({
      ok: false,
      error: { code: 'corner_missing', corners: ['top_left', 'bottom_right', 'bottom_left'] },
    })
  })

  it('knows a mirror, two sheets in one picture, and another page', async () => {
    const inMirror = await changed(picture, (from, to) => {
      const context = to.getContext('2d')
      context.translate(to.width, 0)
      context.scale(-1, 1)
      context.drawImage(from, 0, 0)
    })
    expect(await find(inMirror)).toEqual({ ok: false, error: { code: 'mirrored' } })
    expect(await find(await sideBySide(picture, picture))).toEqual({ ok: false, error: { code: 'two_sheets' } })
    expect(await find(await halvesApart(picture))).toEqual({ ok: false, error: { code: 'two_sheets' } })
    expect(await find(letterPage())).toEqual({ ok: false, error: { code: 'no_marks' } })
  })

  it('asks for more pixels or a steadier hand', async () => {
    expect(await find(await changed(picture, draw(), 0.25))).toEqual({ ok: false, error: { code: 'too_small' } })
    const blurred = await changed(picture, (from, to) => {
      const context = to.getContext('2d')
      context.filter = 'blur(14px)'
      context.drawImage(from, 0, 0)
    })
    expect(await find(blurred)).toEqual({ ok: false, error: { code: 'too_blurred' } })
  })

  it('knows a code that is covered, a sheet of another office and one of tomorrow', async () => {
    const { codeSquare, pageWidthMm, pageHeightMm } = PLAN.version.layout
    const withoutCode = await changed(
      picture,
      draw((to) => {
        const context = to.getContext('2d')
        context.fillStyle = '#404040'
        const [x, y] = [(codeSquare.xMm / pageWidthMm) * to.width, (codeSquare.yMm / pageHeightMm) * to.height]
        context.fillRect(x, y, to.width * 0.09, to.height * 0.06)
      }),
    )
    expect(await find(withoutCode)).toEqual({ ok: false, error: { code: 'code_unreadable' } })
    const formCode = PLAN.version.code
    const older = VERSIONS.filter(({ code }) => code !== formCode)
    expect(await find(picture, older)).toEqual({ ok: false, error: { code: 'unknown_version', formCode } })
    const next = { ...PLAN, version: { ...PLAN.version, code: formCode.replace('-1', '-2') } }
    const error = { code: 'newer_version', formCode: next.version.code }
    expect(await find(takePicture(next))).toEqual({ ok: false, error })
  })
})

/** The left half of one sheet and the right half of another that lies beside it. */
async function halvesApart(jpeg: Buffer): Promise<Buffer> {
  const image = await loadImage(jpeg)
  const [half, apart] = [image.width / 2, image.width * 0.75]
  const canvas = createCanvas(Math.round(half * 2 + apart), image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0, half, image.height, 0, 0, half, image.height)
  context.drawImage(image, half, 0, half, image.height, half + apart, 0, half, image.height)
  return canvas.toBuffer('image/jpeg', 88)
}

/** A page of print that is none of ours. */
function letterPage(): Buffer {
  const canvas = createCanvas(1700, 2200)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, 1700, 2200)
  context.fillStyle = '#000000'
  context.font = '34px "Optdesk Print"'
  for (let line = 0; line < 40; line += 1)
    context.fillText('We are writing to you about your account.', 150, 200 + line * 48)
  return canvas.toBuffer('image/jpeg', 85)
}
