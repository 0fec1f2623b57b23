import { z } from 'zod'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { Clock } from '../../shared/time.ts'
import { readSetting, writeSetting } from '../db/repos/settings.ts'
import type { Writer } from '../db/schema.ts'
import type { MediaStore } from '../provider/media-store.ts'
import { openS3MediaStore } from '../provider/s3-media-store.ts'

/** A bucket with the keys to it. */
export type Bucket = Omit<ParsedInputOf<'bucket.save'>, 'secretAccessKey'> & { readonly secretAccessKey: string }

/** Where pictures are put for the networks to fetch: the practice carrier's own place, the office's bucket, or nowhere yet. */
export interface MediaPlace {
  readonly kind: () => OutputOf<'media.limits'>['place']
  /** Null while there is none. */
  readonly store: () => MediaStore | null
  /** The bucket alone, to be tried out. */
  readonly bucketStore: () => MediaStore | null
  readonly bucket: () => Bucket | null
  /** Keeps another bucket, or none. */
  readonly saveBucket: (bucket: Bucket | null) => Promise<void>
}

const BUCKET = 'media.bucket'

const kept: z.ZodType<Bucket> = z.object({
  endpoint: z.string(),
  publicEndpoint: z.string().nullable(),
  region: z.string(),
  bucket: z.string(),
  accessKeyId: z.string(),
  secretAccessKey: z.string(),
})

/** What the place for pictures is made of. `own` is the practice carrier's, which comes before any bucket. */
export interface MediaPlaceParts {
  readonly db: Writer
  readonly clock: Clock
  readonly own: () => MediaStore | null
}

/** Reads where the desk puts its pictures. The keys of the bucket lie in the encrypted store and nowhere else. */
export async function openMediaPlace({ db, clock, own }: MediaPlaceParts): Promise<MediaPlace> {
  const read = kept.safeParse(await readSetting(db, BUCKET))
  let bucket = read.success ? read.data : null
  let store = bucket && openS3MediaStore(bucket, clock)
  return {
    kind: () => (own() ? 'practice' : store ? 'bucket' : 'none'),
    store: () => own() ?? store,
    bucketStore: () => store,
    bucket: () => bucket,
    saveBucket: async (changed) => {
      await writeSetting(db, BUCKET, changed)
      bucket = changed
      store = changed && openS3MediaStore(changed, clock)
    },
  }
}
