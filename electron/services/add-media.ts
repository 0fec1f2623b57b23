import { MEDIA_LIMITS } from '../../shared/rules/media-limits.ts'
import type { MediaId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { addMedia as addRow, mediaByIds, mediaBySha256 } from '../db/repos/media.ts'
import type { Media } from '../db/repos/media.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import type { NamedBytes, PreparedMedia } from '../workshop/port.ts'
import { mediaLimits } from './media-limits.ts'
import { showMedia } from './show-media.ts'
import { tidy } from './typed-person.ts'

/** Left for the words when pictures are shrunk: the longest text that goes with them, in UTF-8. */
const ROOM_FOR_WORDS_BYTES = 2_000

/**
 * Takes in files that are to go out with one message, beside what it carries already. The workshop makes each ready; what
 * goes out is kept, not what came in: a photograph's place and time are nobody's business. A bad file is answered with its
 * cause and stops no other.
 */
export async function addMedia(
  desk: DeskServices,
  { files, beside }: ParsedInputOf<'media.add'>,
): Promise<Result<OutputOf<'media.add'>, AppError>> {
  const { limitBytes } = await mediaLimits(desk)
  const there = await mediaByIds(desk.store.db, beside as MediaId[])
  const added: Media[] = []
  const refused: { name: string; error: AppError }[] = []
  for (const [place, file] of files.entries()) {
    const carried = [...there, ...added]
    const kept = await keepFile(desk, file, {
      count: carried.length,
      // What is left is shared among the files that are still to come, so that the first does not take all of it.
      roomBytes: Math.floor(roomLeft(limitBytes, carried) / (files.length - place)),
    })
    if (kept.ok) added.push(kept.value)
    else refused.push({ name: file.name, error: kept.error })
  }
  return ok({ added: added.map(showMedia), refused })
}

function roomLeft(limitBytes: number, carried: readonly Media[]): number {
  const usedBytes = carried.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  return Math.max(0, limitBytes - ROOM_FOR_WORDS_BYTES - usedBytes)
}

async function keepFile(
  desk: DeskServices,
  file: NamedBytes,
  { count, roomBytes }: { readonly count: number; readonly roomBytes: number },
): Promise<Result<Media, AppError>> {
  const limit = MEDIA_LIMITS.mostAttachments
  if (count >= limit) return err({ code: 'media_too_many', count: count + 1, limit })
  const name = ownName(file.name)
  const prepared = await desk.workshop.run('prepareMedia', { name, bytes: file.bytes, limitBytes: roomBytes })
  if (!prepared.ok) return prepared
  // The bytes are safe on the disk before any row speaks of them.
  const blob = await desk.blobs.put(prepared.value.bytes)
  return blob.ok ? ok(await rowOf(desk, name, prepared.value, blob.value.sha256)) : blob
}

/** The same bytes twice are one picture. */
async function rowOf(desk: DeskServices, name: string, prepared: PreparedMedia, sha256: string): Promise<Media> {
  return desk.store.db.transaction().execute(async (writer) => {
    const known = await mediaBySha256(writer, sha256)
    if (known) return known
    const media: Media = {
      id: desk.newId() as MediaId,
      sha256,
      mediaType: prepared.mediaType,
      sizeBytes: prepared.bytes.length,
      name,
      widthPx: prepared.widthPx,
      heightPx: prepared.heightPx,
      addedBy: desk.staffId(),
      addedAtMs: desk.clock.now(),
    }
    await addRow(writer, media)
    return media
  })
}

/** The file's own name: what folder it lay in is nobody's business. What is pasted may have none. */
function ownName(name: string): string {
  return tidy(name.split(/[\\/]/).at(-1) ?? '') || 'file'
}
