import type * as S3Sdk from '@aws-sdk/client-s3'
import type { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { Clock } from '../../shared/time.ts'
import { bucketErrorOf } from './bucket-error.ts'
import { LONGEST_LINK_MS, type MediaObject, type MediaStore, type MediaStoreError } from './media-store.ts'

/** A bucket of any service that speaks S3, and the keys to it. */
export interface S3Bucket {
  /** `https://s3.us-west-2.amazonaws.com`, or that of another service. */
  readonly endpoint: string
  /** Where the networks reach the bucket, if that is another address. */
  readonly publicEndpoint: string | null
  readonly region: string
  readonly bucket: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** Over the whole of a request. An office's line moves 500 KB in well under this. */
const TIMEOUT_MS = 30_000
const CONNECT_TIMEOUT_MS = 10_000

/**
 * Keeps what the networks fetch in a private bucket and gives them signed links that end by themselves. A bucket that
 * anybody may read was rejected: S3 blocks that by default, an office would have to open it by hand, and a copy whose
 * deletion failed would stay readable for good. The SDK is read from disk at the first use. `timeoutMs` is for tests.
 */
export function openS3MediaStore(bucket: S3Bucket, clock: Clock, timeoutMs = TIMEOUT_MS): MediaStore {
  let opened: Promise<Opened> | null = null
  const open = (): Promise<Opened> => (opened ??= openClients(bucket, timeoutMs))
  return {
    put: (object) => attempt(async () => put(await open(), bucket, object, clock)),
    delete: (key) => attempt(async () => remove(await open(), bucket, key)),
  }
}

interface Opened {
  readonly sdk: typeof S3Sdk
  readonly sign: typeof getSignedUrl
  readonly client: S3Sdk.S3Client
  /** Signs for the address at which the networks reach the bucket. */
  readonly signer: S3Sdk.S3Client
}

async function openClients(bucket: S3Bucket, timeoutMs: number): Promise<Opened> {
  const [sdk, { getSignedUrl: sign }] = await Promise.all([
    import('@aws-sdk/client-s3'),
    import('@aws-sdk/s3-request-presigner'),
  ])
  const clientAt = (endpoint: string): S3Sdk.S3Client =>
    new sdk.S3Client({
      endpoint,
      region: bucket.region,
      forcePathStyle: true,
      credentials: { accessKeyId: bucket.accessKeyId, secretAccessKey: bucket.secretAccessKey },
      maxAttempts: 1, // Trying again is the uploader's affair.
      requestHandler: {
        requestTimeout: timeoutMs,
        connectionTimeout: CONNECT_TIMEOUT_MS,
        throwOnRequestTimeout: true,
      },
      // Newer checksums are not known to every service that speaks S3.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    })
  const client = clientAt(bucket.endpoint)
  return { sdk, sign, client, signer: bucket.publicEndpoint === null ? client : clientAt(bucket.publicEndpoint) }
}

async function put(
  { sdk, sign, client, signer }: Opened,
  { bucket }: S3Bucket,
  { key, bytes, mediaType, expiresAtMs }: MediaObject,
  clock: Clock,
): Promise<{ readonly url: string }> {
  await client.send(
    new sdk.PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: bytes,
      ContentType: mediaType,
      CacheControl: 'private, no-store',
    }),
  )
  // The client has learnt by now how far this computer's clock is off.
  const nowMs = clock.now() + client.config.systemClockOffset
  const lifeMs = Math.min(LONGEST_LINK_MS, expiresAtMs - clock.now())
  const url = await sign(signer, new sdk.GetObjectCommand({ Bucket: bucket, Key: key }), {
    expiresIn: Math.max(1, Math.floor(lifeMs / 1000)),
    signingDate: new Date(nowMs),
  })
  return { url }
}

async function remove({ sdk, client }: Opened, { bucket }: S3Bucket, key: string): Promise<null> {
  await client.send(new sdk.DeleteObjectCommand({ Bucket: bucket, Key: key }))
  return null
}

async function attempt<T>(work: () => Promise<T>): Promise<Result<T, MediaStoreError>> {
  try {
    return ok(await work())
  } catch (thrown) {
    return err(bucketErrorOf(thrown))
  }
}
