import { formWording } from '../../shared/domain/opt-in-form.ts'
import type { FormVersion } from '../../shared/domain/opt-in-form.ts'
import type { Purpose } from '../../shared/domain/consent.ts'
import type { FormVersionId, NewId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { addFormVersion } from '../db/repos/form-versions.ts'
import type { StoredFormVersion } from '../db/repos/form-versions.ts'
import { sha256Hex } from '../db/hash-chain.ts'
import type { Writer } from '../db/schema.ts'

/** Keeps editions of the opt-in sheet, so that consent events can point to the very words that were agreed to. */
export async function keepFormVersions(
  writer: Writer,
  newId: NewId,
  nowMs: Instant,
  editions: readonly FormVersion[],
): Promise<readonly StoredFormVersion[]> {
  const kept: StoredFormVersion[] = []
  for (const edition of editions) {
    const wording = formWording(edition)
    kept.push(
      await addFormVersion(writer, {
        id: newId() as FormVersionId,
        code: edition.code,
        language: edition.language,
        wording,
        wordingSha256: sha256Hex(wording),
        sentences: sentencesOf(edition),
        createdAtMs: nowMs,
        sheet: edition,
      }),
    )
  }
  return kept
}

function sentencesOf({ purposes }: FormVersion): Readonly<Record<Purpose, string>> {
  const sentenceOf = (asked: Purpose): string => purposes.find(({ purpose }) => purpose === asked)?.sentence ?? ''
  return { care: sentenceOf('care'), marketing: sentenceOf('marketing'), group: sentenceOf('group') }
}
