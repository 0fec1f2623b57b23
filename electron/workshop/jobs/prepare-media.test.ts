import { Transformer } from '@napi-rs/image'
import { describe, expect, it } from 'vitest'
import {
  hugePngHeader,
  jpegFile,
  pdfFile,
  picture,
  pngFile,
  twoPageTiffFile,
} from '../../../tests/support/form-files.ts'
import { filmFile, gifFile, mp3File, noisyPicture, photoFile, vcardFile } from '../../../tests/support/media-files.ts'
import { prepareMedia, previewMedia } from './prepare-media.ts'

const LIMIT = 500_000
const SMALL = 120_000
const prepare = (bytes: Uint8Array, limitBytes = LIMIT) => prepareMedia({ name: 'file', bytes, limitBytes })

async function prepared(bytes: Uint8Array, limitBytes = LIMIT) {
  const made = await prepare(bytes, limitBytes)
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}

const failure = async (bytes: Uint8Array, limitBytes = LIMIT) => {
  const made = await prepare(bytes, limitBytes)
  return made.ok ? null : made.error
}

describe('a photograph', () => {
  it('is shrunk until it fits, and stays a picture of the same shape', async () => {
    const photo = await photoFile(900, 600)
    expect(photo.length).toBeGreaterThan(SMALL * 4)
    const { mediaType, bytes, widthPx, heightPx } = await prepared(photo, SMALL)
    expect(mediaType).toBe('image/jpeg')
    expect(bytes.length).toBeLessThanOrEqual(SMALL)
    expect(bytes.length).toBeGreaterThan(SMALL / 4)
    expect((widthPx ?? 0) / (heightPx ?? 1)).toBeCloseTo(1.5, 1)
  })

  it('fits into what another picture left, or is told that there is no room', async () => {
    const photo = await photoFile(600, 400)
    expect((await prepared(photo, 60_000)).bytes.length).toBeLessThanOrEqual(60_000)
    expect(await failure(photo, 12_000)).toEqual({ code: 'media_no_room', name: 'file', leftBytes: 12_000 })
  })

  it('is turned upright and loses its metadata', async () => {
    const { bytes, widthPx, heightPx } = await prepared(await jpegFile(6))
    expect([widthPx, heightPx]).toEqual([40, 60])
    expect(Buffer.from(bytes).includes('Exif')).toBe(false)
  })
})

describe('a drawing', () => {
  it('stays a PNG while it fits', async () => {
    expect((await prepared(await pngFile())).mediaType).toBe('image/png')
  })

  it('becomes a JPEG on white where it does not', async () => {
    const noisy = new Uint8Array(await noisyPicture(300, 300).png())
    expect((await prepared(noisy, SMALL)).mediaType).toBe('image/jpeg')
  })

  it('is taken as WebP too, which no network carries', async () => {
    const { mediaType, bytes } = await prepared(new Uint8Array(await picture(80, 60).webpLossless()))
    expect(mediaType).toBe('image/jpeg')
    expect(await new Transformer(bytes).metadata()).toMatchObject({ width: 80, height: 60 })
  })
})

describe('a GIF', () => {
  it('keeps its frames and loses its notes', async () => {
    const { mediaType, bytes } = await prepared(gifFile(3))
    expect(mediaType).toBe('image/gif')
    expect(Buffer.from(bytes).toString('latin1').split('\u0021\u00f9')).toHaveLength(4)
    expect(Buffer.from(bytes).includes('NETSCAPE2.0')).toBe(true)
    expect(Buffer.from(bytes).includes('taken at home')).toBe(false)
  })

  it('that is too heavy, too long or broken is not taken', async () => {
    expect(await failure(gifFile(40), 600)).toMatchObject({ code: 'media_too_big', kind: 'gif', limitBytes: 600 })
    expect(await failure(gifFile(301))).toMatchObject({ code: 'gif_too_long', frames: 301, limitFrames: 300 })
    expect(await failure(gifFile().subarray(0, 60))).toMatchObject({ code: 'file_broken' })
  })
})

describe('other files', () => {
  it('go as they are', async () => {
    const types = [filmFile('mp42'), filmFile('3gp4'), mp3File(), vcardFile(), await pdfFile(1)]
    const made = await Promise.all(types.map((bytes) => prepared(bytes)))
    expect(made.map(({ mediaType }) => mediaType)).toEqual([
      'video/mp4',
      'video/3gpp',
      'audio/mpeg',
      'text/vcard',
      'application/pdf',
    ])
    expect(made.map(({ bytes }) => bytes)).toEqual(types.map((bytes) => new Uint8Array(bytes)))
  })

  it('that are too big say by how much', async () => {
    expect(await failure(filmFile('isom', LIMIT + 1))).toEqual({
      code: 'media_too_big',
      name: 'file',
      kind: 'video',
      sizeBytes: LIMIT + 1,
      limitBytes: LIMIT,
    })
  })
})

describe('what no message carries', () => {
  it.each([
    ['svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['mov', filmFile('qt  ')],
    ['heic', filmFile('heic')],
    ['zip', Buffer.from('PK\u0003\u0004 and so on')],
    ['other', Buffer.from('MZ a program')],
    ['other', Buffer.from('BEGIN:VCARD without an end')],
  ] as const)('is named: %s', async (found, bytes) => {
    expect(await failure(bytes)).toEqual({ code: 'media_refused', name: 'file', found })
  })

  it('is refused whatever the file calls itself', async () => {
    expect(await failure(await twoPageTiffFile())).toMatchObject({ code: 'media_refused', found: 'tiff' })
  })

  it('is refused by its header before anything is decoded', async () => {
    expect(await failure(await hugePngHeader())).toMatchObject({ code: 'picture_too_many_pixels', megapixels: 289 })
    expect(await failure(new Uint8Array(0))).toMatchObject({ code: 'file_empty' })
    expect(await failure(new Uint8Array(10_000_001))).toMatchObject({ code: 'file_too_big', limitBytes: 10_000_000 })
  })

  it('is refused where another file hides behind it', async () => {
    const polyglot = Buffer.concat([await jpegFile(), Buffer.from('<html><script>1</script>')])
    expect(await failure(polyglot)).toMatchObject({ code: 'file_broken' })
  })
})

it('makes a small picture for the screen', async () => {
  const small = await previewMedia({ name: 'file', bytes: await photoFile(1200, 600) })
  expect(small.ok && [small.value.widthPx, small.value.heightPx]).toEqual([480, 240])
})
