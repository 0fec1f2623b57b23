import { performance } from 'node:perf_hooks'
import { err, ok } from '../../../shared/result.ts'
import type { JobInput, JobResult, NamedBytes } from '../port.ts'
import { fileKindOf } from '../../scan/file-kind.ts'
import { decodeGrey } from '../../scan/grey-picture.ts'
import { pixelsToPage } from '../../scan/page-picture.ts'
import { renderPdfPage } from '../../scan/pdf-pages.ts'
import { tiffOfPage } from '../../scan/tiff-pages.ts'
import type { GreyPicture } from '../../scan/vision/picture.ts'
import { inColor } from '../../scan/vision/picture.ts'

/** Reads one sheet of a file that was inspected before. The model is opened at the first sheet and stays. */
export async function readSheet(input: JobInput<'readSheet'>): Promise<JobResult<'readSheet'>> {
  const startedAt = performance.now()
  const picture = await decode(input, input.pageNo)
  if (picture === null) return err({ code: 'file_broken', name: input.name })
  const tools = await toolsOf(input.modelPath)
  const read = await tools.readSheet(picture, input.versions, tools.characters)
  if (!read.ok) return ok({ kind: 'unread', cause: read.error })
  const { page, reading } = read.value
  const { widthPx, heightPx, pxPerMm } = page
  const shown = await pixelsToPage(new Uint8Array(inColor(page).buffer), widthPx, heightPx)
  const tookMs = Math.round(performance.now() - startedAt)
  return ok({ kind: 'read', reading: { ...reading, tookMs }, page: { ...shown, pxPerMm } })
}

let opened: Promise<Tools> | undefined

type Tools = Awaited<ReturnType<typeof open>>

/** What reads is itself read at the first sheet: few of the workshop's lives need it. */
function toolsOf(modelPath: string): Promise<Tools> {
  opened ??= open(modelPath).catch((thrown: unknown) => {
    opened = undefined // A model that was missing may be there the next time.
    throw thrown
  })
  return opened
}

async function open(modelPath: string) {
  const [scan, readers] = await Promise.all([
    import('../../scan/read-sheet.ts'),
    import('../../scan/readers/characters.ts'),
  ])
  return { readSheet: scan.readSheet, characters: await readers.openCharacterReader(modelPath) }
}

async function decode({ name, bytes }: NamedBytes, pageNo: number): Promise<GreyPicture | null> {
  const kind = fileKindOf(bytes)
  if (!kind.isForm) return null
  try {
    if (kind.mediaType === 'image/tiff') return await decodeGrey(tiffOfPage(bytes, pageNo))
    if (kind.mediaType !== 'application/pdf') return await decodeGrey(bytes)
    const rendered = await renderPdfPage({ name, bytes }, pageNo)
    return rendered.ok ? await decodeGrey(rendered.value.bytes) : null
  } catch {
    return null
  }
}
