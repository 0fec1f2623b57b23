import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts'

export type Bucket = NonNullable<OutputOf<'bucket.get'>['bucket']>

/** The bucket as it is typed. An empty secret keeps the one that is there; an empty public address is none. */
export interface BucketDraft {
  readonly endpoint: string
  readonly publicEndpoint: string
  readonly region: string
  readonly bucket: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** What the fields show at first. The secret is never shown again. */
export function bucketDraft(saved: Bucket | null): BucketDraft {
  const { endpoint = '', publicEndpoint = null, region = '', bucket = '', accessKeyId = '' } = saved ?? {}
  return { endpoint, publicEndpoint: publicEndpoint ?? '', region, bucket, accessKeyId, secretAccessKey: '' }
}

/** What is asked of the core; undefined while something that is needed is missing. */
export function bucketInput(draft: BucketDraft, saved: Bucket | null): InputOf<'bucket.save'> | undefined {
  const [endpoint, publicEndpoint] = [draft.endpoint.trim(), draft.publicEndpoint.trim()]
  const [region, bucket] = [draft.region.trim(), draft.bucket.trim()]
  const [accessKeyId, secretAccessKey] = [draft.accessKeyId.trim(), draft.secretAccessKey.trim()]
  const isSecretKnown = secretAccessKey !== '' || saved?.accessKeyId === accessKeyId
  const isComplete = [region, bucket, accessKeyId].every((text) => text !== '') && isSecretKnown
  if (!isComplete || !isAddress(endpoint) || (publicEndpoint !== '' && !isAddress(publicEndpoint))) return undefined
  return {
    endpoint,
    publicEndpoint: publicEndpoint || null,
    region,
    bucket,
    accessKeyId,
    secretAccessKey: secretAccessKey || null,
  }
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+/i.test(text) && URL.canParse(text)
}
