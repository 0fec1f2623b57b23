import { join } from 'node:path'
import { createBlobStore } from '../../electron/blobs/blob-store.ts'
import { addDeliveries, type Delivery, getDelivery } from '../../electron/db/repos/deliveries.ts'
import { addMessageMedia, type Media } from '../../electron/db/repos/media.ts'
import { addMessage } from '../../electron/db/repos/messages.ts'
import type { MediaStore } from '../../electron/provider/media-store.ts'
import { openS3MediaStore } from '../../electron/provider/s3-media-store.ts'
import { transition } from '../../electron/queue/transition.ts'
import { type MediaUploads, startMediaUploads } from '../../electron/services/upload-media.ts'
import type { BroadcastId, DeliveryId, E164, MessageId } from '../../shared/ids.ts'
import { HOUR_MS } from '../../shared/time.ts'
import { type AlarmClock, withAlarms } from '../queue/alarm-clock.ts'
import { addOffice, LINE } from '../queue/office.ts'
import { keepPicture } from '../support/kept-picture.ts'
import { type S3Server, withS3 } from '../support/s3-server.ts'
import { type TestStore, withStore } from '../support/store.ts'

/** The uploads of a desk over a real store, with a real bucket; time stands still until a test moves it. */
export interface UploadRig {
  readonly store: TestStore
  readonly clock: AlarmClock
  readonly s3: S3Server
  /** Keeps a picture of its own. */
  picture(seed: number): Promise<Media>
  /** Holds a message with pictures for some numbers, not before so many hours from now. */
  hold(media: readonly Media[], change?: HoldChange): Promise<Held>
  isOnline: boolean
  /** What the uploads put pictures into; null where the office has no place for them. */
  place: MediaStore | null
  /** Lets everything that is due now happen. */
  settle(): Promise<void>
  /** Moves the time, and settles. */
  pass(ms: number): Promise<void>
  /** Stops the uploads, as a crash does between two steps, and starts them again over the same store. */
  restart(): Promise<void>
  uploads(): Promise<readonly UploadFacts[]>
  readonly troubles: readonly unknown[]
}

/** How a message that is held differs from a message to one person that may leave at once. */
interface HoldChange {
  readonly copies?: number
  readonly hours?: number
  readonly broadcastId?: BroadcastId | null
}

/** A message that is held, and what becomes of its copies. */
export interface Held {
  readonly messageId: MessageId
  readonly ids: readonly DeliveryId[]
  states(): Promise<readonly Delivery['state'][]>
  /** Brings every copy to its end. */
  end(): Promise<void>
}

/** What a row of the uploads says. */
export interface UploadFacts {
  readonly key: string
  readonly url: string | null
  readonly tries: number
  readonly trouble: string | null
  readonly isDeleted: boolean
}

/** Runs a test with such uploads. */
export function withUploads(use: (rig: UploadRig) => Promise<void>): Promise<void> {
  return withS3((s3) =>
    withStore(async (store) => {
      store.clock.set(Date.now())
      const { rig, stop } = await makeRig(store, s3)
      try {
        await use(rig)
      } finally {
        await stop()
      }
    }),
  )
}

async function makeRig(store: TestStore, s3: S3Server) {
  const clock = withAlarms(store.clock)
  const blobs = createBlobStore({ dir: join(store.dir, 'blobs'), key: store.key })
  const troubles: unknown[] = []
  await addOffice({ store, clock, newId: store.newId })
  const asleep = signal()
  const start = (): MediaUploads =>
    startMediaUploads({
      store,
      blobs,
      clock,
      random: store.random,
      setAlarm: (atMs, ring) => {
        const silence = clock.setAlarm(atMs, ring)
        asleep.give()
        return silence
      },
      mediaStore: () => rig.place,
      isOnline: () => Promise.resolve(rig.isOnline),
      released: () => undefined,
      emit: () => undefined,
      onTrouble: (cause) => troubles.push(cause),
    })
  const settle = async (): Promise<void> => {
    const slept = asleep.next()
    uploads.wake()
    await slept
  }
  const rig: UploadRig = {
    store,
    clock,
    s3,
    troubles,
    isOnline: true,
    place: openS3MediaStore(s3.bucket, { now: () => Date.now() }),
    picture: (seed) => keepPicture({ ...store, blobs }, seed),
    hold: (media, change) => holdMessage(store, media, change),
    settle,
    pass: (ms) => {
      clock.advance(ms)
      return settle()
    },
    restart: async () => {
      await uploads.stop()
      uploads = start()
      await settle()
    },
    uploads: () => uploadFacts(store),
  }
  let uploads = start()
  return { rig, stop: () => uploads.stop() }
}

/** Something that happens again and again, and can be waited for. */
function signal() {
  let tell: () => void = () => undefined
  return {
    give: () => tell(),
    next: () =>
      new Promise<void>((resolve) => {
        tell = resolve
      }),
  }
}

async function holdMessage(
  store: TestStore,
  media: readonly Media[],
  { copies = 1, hours = 0, broadcastId = null }: HoldChange = {},
): Promise<Held> {
  const nowMs = store.clock.now()
  const messageId = store.newId() as MessageId
  // An emergency goes at any hour and asks for no consent: none of that is what is tried here.
  const frame = {
    onceKey: null,
    purpose: 'emergency',
    emergencyReason: 'a test',
    broadcastId,
    staffId: null,
  } as const
  const kind = broadcastId === null ? 'one' : 'broadcast'
  await addMessage(store.db, { id: messageId, kind, channel: 'mms', createdAtMs: nowMs, ...frame })
  await addMessageMedia(
    store.db,
    messageId,
    media.map(({ id }) => id),
  )
  const ids = Array.from({ length: copies }, () => store.newId() as DeliveryId)
  const times = {
    notBeforeMs: nowMs + hours * HOUR_MS,
    expiresAtMs: nowMs + (hours + 120) * HOUR_MS,
    createdAtMs: nowMs,
  }
  await addDeliveries(
    store.db,
    ids.map((id, place) => ({
      ...times,
      id,
      messageId,
      personId: null,
      e164: `+1206555${String(1000 + place)}` as E164,
      lineId: LINE,
      lane: 1 as const,
      body: '',
      segments: 1,
      state: 'held' as const,
      why: { code: 'media' },
    })),
  )
  return {
    messageId,
    ids,
    states: async () => {
      const deliveries = await Promise.all(ids.map((id) => getDelivery(store.db, id)))
      return deliveries.map((delivery) => delivery?.state ?? 'closed')
    },
    end: async () => {
      const which = { ids }
      await transition(store.db, {
        which,
        from: ['held', 'queued'],
        to: 'cancelled',
        by: 'user',
        atMs: store.clock.now(),
        why: null,
      })
    },
  }
}

async function uploadFacts(store: TestStore): Promise<readonly UploadFacts[]> {
  const rows = await store.db.selectFrom('media_upload').selectAll().orderBy('created_at_ms').execute()
  return rows.map((row) => ({
    key: row.object_key,
    url: row.url,
    tries: row.tries,
    trouble: row.trouble,
    isDeleted: row.deleted_at_ms !== null,
  }))
}
