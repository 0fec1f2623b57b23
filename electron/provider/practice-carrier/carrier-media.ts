import type { ServerResponse } from 'node:http'
import type { BlobStore } from '../../blobs/blob-store.ts'
import { carrierMessageByUuid } from '../../db/repos/carrier-messages.ts'
import { mediaOfObjectKey } from '../../db/repos/media-links.ts'
import type { Store } from '../../db/open.ts'
import { err, ok } from '../../../shared/result.ts'
import type { Clock } from '../../../shared/time.ts'
import type { MediaStore } from '../media-store.ts'
import { answerProblem } from './http-answer.ts'
import type { ListeningPort } from './listening-port.ts'

/** Under which the carrier serves what messages carry. */
export const MEDIA_PATH = '/media/'

const FETCH_LIMIT_MS = 5_000
/** No network takes more. */
const FETCH_LIMIT_BYTES = 2_000_000

/**
 * A place for pictures that takes no bytes: they lie in the desk's own encrypted folder already, and the row of an upload
 * says which. With the port closed it is as far away as any bucket.
 */
export function ownMediaStore(port: ListeningPort, host: () => string): MediaStore {
  const away = err({ code: 'bucket_unreachable', cause: 'ECONNREFUSED' } as const)
  return {
    put: ({ key }) => Promise.resolve(port.isOpen() ? ok({ url: `${host()}${MEDIA_PATH}${key}` }) : away),
    delete: () => Promise.resolve(port.isOpen() ? ok(null) : away),
  }
}

/** Answers whoever knows the link with the picture, until it was deleted or its time is over. */
export async function serveMedia(
  { store, blobs, clock }: { readonly store: Store; readonly blobs: BlobStore; readonly clock: Clock },
  url: URL,
  response: ServerResponse,
): Promise<void> {
  const media = await mediaOfObjectKey(store.db, url.pathname.slice(MEDIA_PATH.length), clock.now())
  const kept = media && (await blobs.get(media.sha256))
  if (!media || !kept?.ok) return answerProblem(response, 404, 'Not Found')
  response
    .writeHead(200, { 'content-type': media.mediaType, 'cache-control': 'private, no-store' })
    .end(Buffer.from(kept.value))
}

/**
 * Fetches a picture as a network does, without a password, and keeps it as a phone does. Answers its SHA-256, or null where
 * the link leads to nothing. The carrier's own port may be another since the link was made.
 */
export async function fetchToBlobs(blobs: BlobStore, link: string, ownHost: string): Promise<string | null> {
  const url = new URL(link)
  const here =
    url.hostname === '127.0.0.1' && url.pathname.startsWith(MEDIA_PATH) ? new URL(url.pathname, ownHost) : url
  try {
    const response = await fetch(here, { redirect: 'error', signal: AbortSignal.timeout(FETCH_LIMIT_MS) })
    const bytes = response.ok ? new Uint8Array(await response.arrayBuffer()) : null
    if (!bytes || bytes.length > FETCH_LIMIT_BYTES) return null
    const kept = await blobs.put(bytes)
    return kept.ok ? kept.value.sha256 : null
  } catch {
    return null
  }
}

/** What the carrier fetched for a message; null where there is nothing. */
export async function keptAttachment(
  { store, blobs }: { readonly store: Store; readonly blobs: BlobStore },
  uuid: string,
  position: number,
): Promise<Uint8Array | null> {
  const message = await carrierMessageByUuid(store.db, uuid)
  const sha256 = message?.attachments[position]?.sha256
  const kept = sha256 === undefined ? null : await blobs.get(sha256)
  return kept?.ok ? kept.value : null
}
