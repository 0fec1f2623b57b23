import { fileURLToPath } from 'node:url'
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import jsQR from 'jsqr'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { beforeAll, describe, expect, test } from 'vitest'
import { printAlphabet } from '../../electron/forms/print-alphabet.ts'
import { printSheets } from '../../electron/forms/print-sheets.ts'
import { ALPHABET, alphabetSheet } from '../../shared/domain/alphabet-sheet.ts'
import type { CornerMark, RectMm } from '../../shared/domain/opt-in-form-layout.ts'
import { harborviewSheet, SHEET_CHOICES } from '../../shared/domain/sample-sheets.ts'
import { overlaps } from '../support/sheet-geometry.ts'

const FONTS_DIR = fileURLToPath(new URL('../../resources/fonts', import.meta.url))
const POINTS_PER_MM = 72 / 25.4
const PX_PER_MM = 5
const HOW = { fontsDir: FONTS_DIR, atMs: Date.UTC(2026, 10, 25) }

/** A page as the printer makes it, 5 pixels a millimetre, one byte a pixel. */
interface Printed {
  readonly widthPx: number
  readonly heightPx: number
  readonly grey: Uint8Array
  readonly rgba: Uint8ClampedArray<ArrayBuffer>
}

let pdfium: PDFiumLibrary
beforeAll(async () => {
  pdfium = await PDFiumLibrary.init()
})

async function print(pdf: Uint8Array, pageNo: number): Promise<Printed> {
  const document = await pdfium.loadDocument(pdf)
  const page = document.getPage(pageNo - 1)
  const scale = PX_PER_MM / POINTS_PER_MM
  const { data, width, height } = await page.render({ scale, render: async (bitmap) => Buffer.from(bitmap.data) })
  document.destroy()
  const grey = new Uint8Array(width * height)
  const rgba = new Uint8ClampedArray(grey.length * 4).fill(255)
  for (let pixel = 0; pixel < grey.length; pixel += 1) {
    const at = pixel * 4
    const light = 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0)
    grey[pixel] = light
    rgba.fill(light, at, at + 3)
  }
  return { widthPx: width, heightPx: height, grey, rgba }
}

function darkAt({ grey, widthPx }: Printed, xMm: number, yMm: number): boolean {
  return (grey[Math.round(yMm * PX_PER_MM) * widthPx + Math.round(xMm * PX_PER_MM)] ?? 255) < 128
}

function modulesOf(page: Printed, mark: CornerMark): string {
  const module = mark.widthMm / 8
  return Array.from({ length: 36 }, (_, place) => {
    const xMm = mark.xMm + module * ((place % 6) + 1.5)
    const yMm = mark.yMm + module * (Math.floor(place / 6) + 1.5)
    return darkAt(page, xMm, yMm) ? '0' : '1'
  }).join('')
}

/** How much darker than paper a line along an edge of a rectangle is, at its middle. */
function edgeInk({ grey, widthPx }: Printed, { xMm, yMm, heightMm }: RectMm): number {
  const row = Math.round((yMm + heightMm / 2) * PX_PER_MM)
  const column = Math.round(xMm * PX_PER_MM)
  const around = [-2, -1, 0, 1, 2].map((step) => grey[row * widthPx + column + step] ?? 255)
  return 255 - Math.min(...around)
}

describe.each(SHEET_CHOICES)('the PDF of a sheet in $language on $paper, $size', (choice) => {
  const version = harborviewSheet(choice)
  const { layout } = version

  let page: Printed
  beforeAll(async () => {
    page = await print(await printSheets({ ...HOW, version, serials: ['001001', '001002'] }), 2)
  })

  test('shows every mark, the code with its serial and every field where the layout says', () => {
    expect(page.widthPx / PX_PER_MM).toBeCloseTo(layout.pageWidthMm, 0)
    expect(page.heightPx / PX_PER_MM).toBeCloseTo(layout.pageHeightMm, 0)
    for (const mark of layout.marks) expect(modulesOf(page, mark)).toBe(mark.modules)
    expect(jsQR(page.rgba, page.widthPx, page.heightPx)?.data).toBe(`OPTIN1/${version.code}/001002`)
    const cells = layout.combs.flatMap((comb) => comb.cells)
    expect(cells.filter((cell) => edgeInk(page, cell) < 20)).toEqual([])
    const frames = [...layout.consentBoxes, ...layout.endingBoxes, layout.signature]
    expect(frames.filter((frame) => edgeInk(page, frame) < 150)).toEqual([])
  })

  test('leaves the boxes empty and the cells pale enough to drop', () => {
    for (const box of [...layout.consentBoxes, ...layout.endingBoxes]) expect(darkestInside(page, box, 0.8)).toBe(255)
    for (const comb of layout.combs) {
      for (const cell of comb.cells) expect(darkestInside(page, cell, 0.7)).toBeGreaterThan(240)
    }
  })
})

test('the PDF names itself and its language, asks for its true size and one side, and carries its fonts', async () => {
  const version = harborviewSheet({ language: 'es', paper: 'a4', size: 'regular' })
  const bytes = await printSheets({ ...HOW, version, serials: ['001001', '001002', '001003'] })
  const pdf = await PDFDocument.load(bytes)
  expect(pdf.getPageCount()).toBe(3)
  expect(pdf.getTitle()).toBe('Autorización para mensajes de texto, Harborview Family Clinic')
  expect(String(pdf.catalog.get(PDFName.of('Lang')))).toContain('es')
  const wishes = pdf.catalog.getViewerPreferences()
  expect([wishes?.getPrintScaling(), wishes?.getDuplex(), wishes?.getDisplayDocTitle()]).toEqual([
    'None',
    'Simplex',
    true,
  ])
  const streams = pdf.context.enumerateIndirectObjects().map(([, object]) => object)
  const kinds = streams
    .filter((object) => object instanceof PDFRawStream)
    .map(({ dict }) => dict.get(PDFName.of('Subtype')))
  expect(kinds.map(String)).not.toContain('/Image')
  const descriptors = streams.filter((object) => String(object).includes('/FontDescriptor'))
  expect(descriptors.length).toBeGreaterThanOrEqual(3)
  expect(descriptors.filter((object) => String(object).includes('/Type /FontDescriptor')).every(hasFile)).toBe(true)
})

test('what all sheets share is in the file once, however many there are', async () => {
  const version = harborviewSheet({ language: 'en', paper: 'letter', size: 'regular' })
  const serials = Array.from({ length: 50 }, (_, step) => `00${1001 + step}`)
  const [one, fifty] = [
    await printSheets({ ...HOW, version, serials: serials.slice(0, 1) }),
    await printSheets({ ...HOW, version, serials }),
  ]
  expect(fifty.length).toBeLessThan(one.length * 4)
})

const hasFile = (descriptor: unknown): boolean => /\/FontFile[23]/u.test(String(descriptor))

describe.each(['letter', 'a4'] as const)('the alphabet sheet on %s', (paper) => {
  const sheet = alphabetSheet('es', paper)

  test('has every digit, capital and sign ten times, and no cell on another', () => {
    const times = new Map<string, number>()
    for (const { character, cells } of sheet.rows) {
      times.set(character, (times.get(character) ?? 0) + cells.length)
    }
    expect([...times.keys()].join('')).toBe(ALPHABET)
    expect([...times.values()].every((count) => count === 10)).toBe(true)
    const cells = sheet.rows.flatMap(({ character, cells: own }) => own.map((cell) => ({ ...cell, name: character })))
    const marks = sheet.marks.map((mark) => ({ ...mark, name: mark.corner }))
    const fields = [...cells, ...marks, { ...sheet.codeSquare, name: 'code' }]
    expect(overlaps(fields, fields)).toEqual([])
    const lowest = Math.max(...cells.map(({ yMm, heightMm }) => yMm + heightMm))
    expect(lowest).toBeLessThanOrEqual(sheet.pageHeightMm - 11)
  })

  test('bears its kind and its serial in its code', async () => {
    const page = await print(await printAlphabet({ ...HOW, sheet, serials: ['001007'] }), 1)
    expect(jsQR(page.rgba, page.widthPx, page.heightPx)?.data).toBe('OPTIN1/ALPHA-1/001007')
    for (const mark of sheet.marks) expect(modulesOf(page, mark)).toBe(mark.modules)
  })
})

function darkestInside({ grey, widthPx }: Printed, rect: RectMm, marginMm: number): number {
  const [left, top] = [rect.xMm + marginMm, rect.yMm + marginMm].map((mm) => Math.ceil(mm * PX_PER_MM))
  const [right, bottom] = [rect.xMm + rect.widthMm - marginMm, rect.yMm + rect.heightMm - marginMm].map((mm) =>
    Math.floor(mm * PX_PER_MM),
  )
  let darkest = 255
  for (let y = top ?? 0; y <= (bottom ?? 0); y += 1) {
    for (let x = left ?? 0; x <= (right ?? 0); x += 1) darkest = Math.min(darkest, grey[y * widthPx + x] ?? 255)
  }
  return darkest
}
