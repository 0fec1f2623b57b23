import { expect, test } from 'vitest'
import { withCore } from '../support/core.ts'
import { withS3 } from '../support/s3-server.ts'

/** The server goes by the real time, and its links with it. */
const options = { clock: { now: () => Date.now() } }

test('a bucket is tried by putting, fetching and deleting, and its secret never comes back', () =>
  withS3((s3) =>
    withCore(async (core) => {
      expect(await core.call('bucket.test', {})).toMatchObject({ error: { code: 'bucket_not_set' } })
      const { secretAccessKey: _, ...facts } = s3.bucket
      expect(await core.ask('bucket.save', s3.bucket)).toEqual({ bucket: facts })
      expect(await core.ask('bucket.test', {})).toEqual({ isWorking: true })
      expect(s3.asked).toEqual(['PUT 200', 'GET 200', 'DELETE 204'])
      await core.restart()
      expect(await core.ask('bucket.get', {})).toEqual({ bucket: facts })
      expect(await core.ask('bucket.test', {})).toEqual({ isWorking: true })
      await core.ask('bucket.save', { ...s3.bucket, secretAccessKey: null })
      expect(await core.ask('bucket.test', {})).toEqual({ isWorking: true })
      expect(Object.keys((await core.ask('bucket.get', {})).bucket ?? {})).not.toContain('secretAccessKey')
    }, options),
  ))

test('what is wrong with a bucket is said, and what was put is deleted even where nobody can fetch it', () =>
  withS3((s3) =>
    withCore(async (core) => {
      const tried = async (change: object) => {
        await core.ask('bucket.save', { ...s3.bucket, ...change })
        const answer = await core.call('bucket.test', {})
        return answer.ok ? 'works' : answer.error
      }
      expect(await tried({ secretAccessKey: 'wrong' })).toMatchObject({ code: 'bucket_refused', why: 'keys' })
      expect(await tried({ bucket: 'elsewhere' })).toMatchObject({ code: 'bucket_refused', why: 'bucket' })
      expect(await tried({ publicEndpoint: 'http://127.0.0.1:1' })).toMatchObject({
        code: 'bucket_refused',
        why: 'link',
      })
      expect(s3.asked.at(-1)).toBe('DELETE 204')
      await s3.close()
      expect(await tried({})).toMatchObject({ code: 'bucket_unreachable' })
    }, options),
  ))

test('a secret belongs to its key, and a bucket can be forgotten', () =>
  withCore(async (core) => {
    const bucket = { endpoint: 'https://127.0.0.1', publicEndpoint: null, region: 'r', bucket: 'b', accessKeyId: 'k' }
    const missing = { error: { code: 'bucket_secret_missing' } }
    expect(await core.call('bucket.save', { ...bucket, secretAccessKey: null })).toMatchObject(missing)
    await core.ask('bucket.save', { ...bucket, secretAccessKey: 's' })
    const other = { ...bucket, accessKeyId: 'another', secretAccessKey: null }
    expect(await core.call('bucket.save', other)).toMatchObject(missing)
    expect(await core.ask('bucket.remove', {})).toEqual({ bucket: null })
    expect(await core.ask('media.limits', {})).toMatchObject({ place: 'practice' })
  }))
