import { z } from 'zod'
import { read, write } from '../method.ts'
import { appError, bytes, givenFile, id, nothing } from './common.ts'

/** A picture or file that a message may carry. Width and height of pictures alone, in pixels. */
export const mediaItem = z.object({
  id,
  name: z.string(),
  mediaType: z.string(),
  kind: z.enum(['image', 'audio', 'video', 'vcard', 'file']),
  sizeBytes: z.number(),
  widthPx: z.number().nullable(),
  heightPx: z.number().nullable(),
})

/** A picture for the screen: small, or a GIF with all its frames. */
export const shownPicture = z.object({
  bytes,
  mediaType: z.enum(['image/jpeg', 'image/gif']),
  widthPx: z.number(),
  heightPx: z.number(),
})

/** What a message carries, in order; more than the networks take is refused with a sentence, not by the schema. */
export const mediaIds = z.array(id).max(50).default([])

const preset = z.enum(['safe', 'usual', 'large'])

const limits = z.object({
  preset,
  lineClass: z.enum(['10dlc', 'toll_free', 'short_code']),
  /** The most that one message may weigh, words included. */
  limitBytes: z.number(),
  /** Where pictures are put for the networks to fetch: the practice carrier's own place, a bucket, or nowhere yet. */
  place: z.enum(['practice', 'bucket', 'none']),
})

/** The bucket as it is shown: its secret never leaves the core. */
const bucket = z.object({
  endpoint: z.string(),
  /** Where the networks reach the bucket, if that is another address. */
  publicEndpoint: z.string().nullable(),
  region: z.string(),
  bucket: z.string(),
  accessKeyId: z.string(),
})

const httpAddress = z
  .string()
  .trim()
  .max(300)
  .regex(/^https?:\/\/[^\s/]+/i)

export const mediaMethods = {
  /**
   * Makes files ready to go out and keeps them. `beside` is what the message carries already: together they must fit. A bad
   * file is answered with its cause and stops no other.
   */
  'media.add': write(
    z.strictObject({ files: z.array(givenFile).min(1).max(10), beside: mediaIds }),
    z.object({ added: z.array(mediaItem), refused: z.array(z.object({ name: z.string(), error: appError })) }),
  ),
  /** A small picture of a picture. A GIF comes whole, with its frames. */
  'media.picture': read(z.strictObject({ id }), shownPicture),
  'media.limits': read(nothing, limits),
  'media.choosePreset': write(z.strictObject({ preset }), limits),
  'bucket.get': read(nothing, z.object({ bucket: bucket.nullable() })),
  /** A null secret keeps the one that is there. */
  'bucket.save': write(
    z.strictObject({
      endpoint: httpAddress,
      publicEndpoint: httpAddress.nullable(),
      region: z.string().trim().min(1).max(60),
      bucket: z.string().trim().min(1).max(200),
      accessKeyId: z.string().trim().min(1).max(200),
      secretAccessKey: z.string().trim().min(1).max(300).nullable(),
    }),
    z.object({ bucket: bucket.nullable() }),
  ),
  'bucket.remove': write(nothing, z.object({ bucket: bucket.nullable() })),
  /** Puts a small object, fetches it as the networks would, and deletes it. */
  'bucket.test': write(nothing, z.object({ isWorking: z.literal(true) })),
} as const
