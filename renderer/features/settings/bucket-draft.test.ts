import { describe, expect, it } from 'vitest'
import { bucketDraft, bucketInput } from './bucket-draft.ts'

const saved = { endpoint: 'https://s3.example.org', publicEndpoint: null, region: 'r', bucket: 'b', accessKeyId: 'k' }

describe('a bucket that is typed', () => {
  it('is asked for once everything is there', () => {
    const typed = {
      ...bucketDraft(null),
      endpoint: 'https://s3.example.org',
      region: 'r',
      bucket: ' b ',
      accessKeyId: 'k',
    }
    expect(bucketInput(typed, null)).toBeUndefined()
    expect(bucketInput({ ...typed, secretAccessKey: 's' }, null)).toEqual({ ...saved, secretAccessKey: 's' })
  })

  it('keeps its secret where none is typed, but not under another key', () => {
    expect(bucketInput(bucketDraft(saved), saved)?.secretAccessKey).toBeNull()
    expect(bucketInput({ ...bucketDraft(saved), accessKeyId: 'other' }, saved)).toBeUndefined()
  })

  it('needs an address that is one', () => {
    const typed = (endpoint: string) => bucketInput({ ...bucketDraft(saved), endpoint }, saved)
    expect(typed('s3.example.org')).toBeUndefined()
    expect(typed('http://10.0.0.5:9000')).toBeDefined()
    expect(bucketInput({ ...bucketDraft(saved), publicEndpoint: 'nothing' }, saved)).toBeUndefined()
  })
})
