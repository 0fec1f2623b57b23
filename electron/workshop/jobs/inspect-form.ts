import type { AppError } from '../../../shared/ipc/errors.ts'
import { err, ok } from '../../../shared/result.ts'
import type { Result } from '../../../shared/result.ts'
import { checkPicture, checkTiff } from '../../scan/check-picture.ts'
import { fileKindOf } from '../../scan/file-kind.ts'
import { FORM_FILE_LIMITS } from '../../scan/file-limits.ts'
import { tryToDecode } from '../../scan/page-picture.ts'
import { countPdfPages } from '../../scan/pdf-pages.ts'
import { tiffOfPage } from '../../scan/tiff-pages.ts'
import type { FormMediaType, JobResult, NamedBytes } from '../port.ts'

/**
 * Says what a form file is, by its bytes and not by its name, and makes sure that it can be read. Fails with `file_empty`,
 * `file_too_big`, `file_not_picture`, `file_broken`, `file_locked`, `picture_too_many_pixels` or `pdf_too_many_pages`.
 */
export async function inspectForm(file: NamedBytes): Promise<JobResult<'inspectForm'>> {
  const { name, bytes } = file
  const limitBytes = FORM_FILE_LIMITS.sizeBytes
  if (bytes.length === 0) return err({ code: 'file_empty', name })
  if (bytes.length > limitBytes) return err({ code: 'file_too_big', name, sizeBytes: bytes.length, limitBytes })
  const kind = fileKindOf(bytes)
  if (!kind.isForm) return err({ code: 'file_not_picture', name, found: kind.found })
  const pages = await countReadablePages(file, kind.mediaType)
  return pages.ok ? ok({ mediaType: kind.mediaType, pageCount: pages.value }) : pages
}

/** A picture is decoded once before it is kept: a pile is checked hours later, when the paper is gone. */
async function countReadablePages(file: NamedBytes, mediaType: FormMediaType): Promise<Result<number, AppError>> {
  if (mediaType === 'application/pdf') return countPdfPages(file)
  const checked = mediaType === 'image/tiff' ? checkTiff(file) : checkPicture(file, mediaType)
  if (!checked.ok) return checked
  const pageCount = typeof checked.value === 'number' ? checked.value : 1
  try {
    for (let pageNo = 1; pageNo <= pageCount; pageNo += 1) {
      await tryToDecode(pageCount > 1 ? tiffOfPage(file.bytes, pageNo) : file.bytes)
    }
    return ok(pageCount)
  } catch {
    return err({ code: 'file_broken', name: file.name })
  }
}
