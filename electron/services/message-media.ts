import { mediaProblems } from '../../shared/domain/media-limits.ts'
import type { BodyMeasure } from '../../shared/domain/message-body.ts'
import type { MediaId } from '../../shared/ids.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { mediaByIds } from '../db/repos/media.ts'
import type { Media } from '../db/repos/media.ts'
import type { Reader } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { mediaLimits } from './media-limits.ts'

/** What a draft is to carry, in its order, each once. Error: `not_found`. */
export async function mediaOfDraft(
  reader: Reader,
  mediaIds: readonly string[],
): Promise<Result<readonly Media[], AppError>> {
  const ids = [...new Set(mediaIds)] as MediaId[]
  if (ids.length === 0) return ok([])
  const found = new Map((await mediaByIds(reader, ids)).map((media) => [media.id, media]))
  const media = ids.flatMap((id) => found.get(id) ?? [])
  return media.length === ids.length ? ok(media) : err({ code: 'not_found', what: 'media' })
}

/** Says what stands in the way of a message that carries these; `body` is the longest that anybody gets. */
export async function problemsOfMedia(
  desk: DeskServices,
  media: readonly Media[],
  body: string,
): Promise<readonly AppError[]> {
  if (media.length === 0) return []
  const { limitBytes } = await mediaLimits(desk)
  return mediaProblems({ attachments: media, body }, limitBytes)
}

/** How a message begins: as an SMS it may leave at once, as an MMS it is held until what it carries can be fetched. */
export function startOf(media: readonly unknown[]) {
  return media.length === 0
    ? ({ channel: 'sms', state: 'queued', why: null } as const)
    : ({ channel: 'mms', state: 'held', why: { code: 'media' } } as const)
}

/** An MMS is one part, however long its words are. */
export function partsOf(measure: BodyMeasure, media: readonly unknown[]): BodyMeasure {
  return media.length === 0 ? measure : { ...measure, segments: 1 }
}
