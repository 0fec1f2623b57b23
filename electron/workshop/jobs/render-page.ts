import { err, ok } from '../../../shared/result.ts'
import { fileKindOf } from '../../scan/file-kind.ts'
import { pictureToPage } from '../../scan/page-picture.ts'
import { renderPdfPage } from '../../scan/pdf-pages.ts'
import { tiffOfPage } from '../../scan/tiff-pages.ts'
import type { JobInput, JobResult } from '../port.ts'

/** Renders one page of a form file that was inspected before. Fails with `file_broken` or `file_locked`. */
export async function renderPage({ name, bytes, pageNo }: JobInput<'renderPage'>): Promise<JobResult<'renderPage'>> {
  const kind = fileKindOf(bytes)
  if (!kind.isForm) return err({ code: 'file_broken', name })
  if (kind.mediaType === 'application/pdf') return renderPdfPage({ name, bytes }, pageNo)
  try {
    return ok(await pictureToPage(kind.mediaType === 'image/tiff' ? tiffOfPage(bytes, pageNo) : bytes))
  } catch {
    return err({ code: 'file_broken', name })
  }
}
