import { Transformer } from '@napi-rs/image'
import { afterAll, describe, expect, it } from 'vitest'
import {
  hugePngHeader,
  jpegFile,
  lockedPdfFile,
  pdfFile,
  picture,
  pngFile,
  twoPageTiffFile,
} from '../../tests/support/form-files.ts'
import { openNodeWorkshop } from './node-link.ts'
import type { OpenWorkshopLink } from './port.ts'
import { createWorkshop } from './workshop.ts'

const workshop = createWorkshop(openNodeWorkshop)
afterAll(() => workshop.close())

const inspect = (bytes: Uint8Array, name = 'scan') => workshop.run('inspectForm', { name, bytes })
const render = (bytes: Uint8Array, pageNo = 1) => workshop.run('renderPage', { name: 'scan', bytes, pageNo })

describe('inspectForm', () => {
  it('takes pictures and PDFs by what they are', async () => {
    expect(await inspect(await pngFile())).toEqual({ ok: true, value: { mediaType: 'image/png', pageCount: 1 } })
    expect(await inspect(await jpegFile())).toEqual({ ok: true, value: { mediaType: 'image/jpeg', pageCount: 1 } })
    expect(await inspect(await picture().webp())).toEqual({
      ok: true,
      value: { mediaType: 'image/webp', pageCount: 1 },
    })
    expect(await inspect(await picture().webpLossless())).toMatchObject({ ok: true })
    expect(await inspect(await pdfFile(3))).toEqual({ ok: true, value: { mediaType: 'application/pdf', pageCount: 3 } })
  })

  it('counts every page of a scanned TIFF', async () => {
    const tiff = await twoPageTiffFile()
    expect(await inspect(tiff)).toEqual({ ok: true, value: { mediaType: 'image/tiff', pageCount: 2 } })
    expect(await render(tiff, 1)).toMatchObject({ ok: true, value: { widthPx: 60, heightPx: 40 } })
    expect(await render(tiff, 2)).toMatchObject({ ok: true, value: { widthPx: 120, heightPx: 40 } })
  })

  it('refuses what is no form, by its cause', async () => {
    const png = await pngFile()
    const jpeg = await jpegFile()
    const pdf = await pdfFile(1)
    const text = (words: string): Uint8Array => new TextEncoder().encode(words)
    const cases: [name: string, bytes: Uint8Array, error: object][] = [
      ['empty', new Uint8Array(), { code: 'file_empty' }],
      ['too big', new Uint8Array(20_000_000 + 1), { code: 'file_too_big', limitBytes: 20_000_000 }],
      ['gif', text('GIF89a......'), { code: 'file_not_picture', found: 'gif' }],
      ['svg', text('<?xml version="1.0"?><svg onload="x()"/>'), { code: 'file_not_picture', found: 'svg' }],
      ['zip', text('PK\u0003\u0004 docx'), { code: 'file_not_picture', found: 'zip' }],
      ['heic', text('\0\0\0\u0018ftypheic'), { code: 'file_not_picture', found: 'heic' }],
      ['words', text('Dear Sir'), { code: 'file_not_picture', found: 'other' }],
      ['cut png', png.subarray(0, png.length - 20), { code: 'file_broken' }],
      ['cut jpeg', jpeg.subarray(0, jpeg.length - 20), { code: 'file_broken' }],
      ['png header alone', png.subarray(0, 10), { code: 'file_broken' }],
      ['png with a web page behind', Buffer.concat([png, text('<html><script>')]), { code: 'file_broken' }],
      ['jpeg with a pdf behind', Buffer.concat([jpeg, pdf]), { code: 'file_broken' }],
      ['tiff that runs in a circle', circularTiff(), { code: 'file_broken' }],
      ['cut pdf', pdf.subarray(0, 200), { code: 'file_broken' }],
      ['locked pdf', await lockedPdfFile(), { code: 'file_locked' }],
      ['long pdf', await pdfFile(101), { code: 'pdf_too_many_pages', pages: 101, limitPages: 100 }],
      ['bomb', await hugePngHeader(), { code: 'picture_too_many_pixels', megapixels: 289, limitMegapixels: 24 }],
    ]
    for (const [name, bytes, error] of cases) {
      expect(await inspect(bytes, name), name).toMatchObject({ ok: false, error: { name, ...error } })
    }
  })

  it('takes a phone picture with a film appended to it', async () => {
    const film = new TextEncoder().encode('\0\0\0\u0018ftypmp42 moving picture')
    expect(await inspect(Buffer.concat([await jpegFile(), film]))).toMatchObject({ ok: true })
  })
})

describe('renderPage', () => {
  it('turns a phone picture upright and strips what the phone wrote into it', async () => {
    const page = await render(await jpegFile(6))
    expect(page).toMatchObject({ ok: true, value: { widthPx: 40, heightPx: 60 } })
    if (page.ok) expect(Buffer.from(page.value.bytes).includes('Exif')).toBe(false)
  })

  it('shrinks a big picture to 2200 pixels', async () => {
    const page = await render(await picture(4000, 1000).png())
    expect(page).toMatchObject({ ok: true, value: { widthPx: 2200, heightPx: 550 } })
  })

  it('shows transparent paper as white', async () => {
    const clear = await Transformer.fromRgbaPixels(new Uint8Array(16 * 16 * 4), 16, 16).png()
    const page = await render(clear)
    if (!page.ok) throw new Error(page.error.code)
    const pixels = await new Transformer(page.value.bytes).rawPixels()
    expect(Math.min(...pixels)).toBeGreaterThan(250)
  })

  it('renders a page of a PDF at 200 dpi, and only a page that is there', async () => {
    const pdf = await pdfFile(2)
    expect(await render(pdf, 2)).toMatchObject({ ok: true, value: { widthPx: 1700, heightPx: 2200 } })
    expect(await render(pdf, 3)).toMatchObject({ ok: false, error: { code: 'file_broken' } })
  })
})

describe('a workshop process that dies', () => {
  it('fails its own job plainly and goes on with the next in a fresh process', async () => {
    let started = 0
    const dyingFirst: OpenWorkshopLink = () => {
      started += 1
      const link = openNodeWorkshop()
      return started > 1 ? link : { ...link, send: () => link.close() }
    }
    const fragile = createWorkshop(dyingFirst)
    const png = await pngFile()
    const [first, second] = await Promise.all([
      fragile.run('inspectForm', { name: 'deadly', bytes: png }),
      fragile.run('inspectForm', { name: 'fine', bytes: png }),
    ])
    expect(first).toEqual({ ok: false, error: { code: 'file_broken', name: 'deadly' } })
    expect(second).toMatchObject({ ok: true })
    expect(started).toBe(2)
    fragile.close()
  })

  it('ends a job that takes too long', async () => {
    const silent: OpenWorkshopLink = () => ({ ...openNodeWorkshop(), send: () => undefined })
    const slow = createWorkshop(silent, { inspectForm: 50 })
    expect(await slow.run('inspectForm', { name: 'slow', bytes: new Uint8Array(1) })).toEqual({
      ok: false,
      error: { code: 'file_broken', name: 'slow' },
    })
    slow.close()
  })

  it('answers what waits when it is closed', async () => {
    const closing = createWorkshop(openNodeWorkshop)
    const waiting = closing.run('inspectForm', { name: 'late', bytes: await pngFile() })
    closing.close()
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'file_broken' } })
    expect(await closing.run('inspectForm', { name: 'later', bytes: new Uint8Array(1) })).toMatchObject({ ok: false })
  })
})

function circularTiff(): Uint8Array {
  return Buffer.from('49492a0008000000000008000000', 'hex')
}
