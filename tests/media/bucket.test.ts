import { describe, expect, it } from 'vitest'
import { openS3MediaStore } from '../../electron/provider/s3-media-store.ts'
import { MINUTE_MS } from '../../shared/time.ts'
import { photoFile } from '../support/media-files.ts'
import { withS3 } from '../support/s3-server.ts'

const clock = { now: () => Date.now() }
const KEY = '6T1yH1rJk5vQ2mUe8sX0aB3cD4fG7hI9jK-lM_nOpQr.jpg'
const soon = () => Date.now() + 10 * MINUTE_MS

async function photo(minutes = 10) {
  return { key: KEY, bytes: await photoFile(), mediaType: 'image/jpeg', expiresAtMs: Date.now() + minutes * MINUTE_MS }
}

describe('a bucket', () => {
  it('gives a picture to whoever has its link, without a password, until it is deleted', () =>
    withS3(async ({ bucket }) => {
      const place = openS3MediaStore(bucket, clock)
      const object = await photo()
      const put = await place.put(object)
      if (!put.ok) throw new Error(put.error.code)
      const response = await fetch(put.value.url)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('image/jpeg')
      expect(response.headers.get('cache-control')).toBe('private, no-store')
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(object.bytes)
      expect(await place.delete(KEY)).toEqual({ ok: true, value: null })
      expect((await fetch(put.value.url)).status).toBe(404)
      expect(await place.delete(KEY)).toEqual({ ok: true, value: null })
    }))

  it('gives nothing to who guesses the name or changes the link', () =>
    withS3(async ({ bucket }) => {
      const put = await openS3MediaStore(bucket, clock).put(await photo())
      const link = put.ok ? put.value.url : ''
      expect(new URL(link).pathname).toBe(`/office/${KEY}`)
      expect((await fetch(link.split('?')[0] ?? '')).status).toBe(403)
      expect((await fetch(link.replace(/(X-Amz-Expires=)\d+/, '$1604800'))).status).toBe(403)
    }))

  it('gives nothing once the time of the link is over, even if the picture is still there', () =>
    withS3(async ({ bucket }) => {
      const anHourAgo = { now: () => Date.now() - 60 * MINUTE_MS }
      const object = { ...(await photo()), expiresAtMs: Date.now() - 30 * MINUTE_MS }
      const put = await openS3MediaStore(bucket, anHourAgo).put(object)
      const response = await fetch(put.ok ? put.value.url : '')
      expect([response.status, (await response.text()).includes('Request has expired')]).toEqual([403, true])
    }))

  it('is reached by the networks at another address, where it has one', () =>
    withS3(async ({ bucket }) => {
      const place = openS3MediaStore({ ...bucket, publicEndpoint: 'https://media.example.org' }, clock)
      const put = await place.put(await photo())
      expect(put.ok && new URL(put.value.url).origin).toBe('https://media.example.org')
    }))
})

describe('a bucket that does not do it', () => {
  const tryAll = async (change: object, mood: 'well' | 'says 503' = 'well') =>
    withS3(async (server) => {
      server.mood = mood
      const place = openS3MediaStore({ ...server.bucket, ...change }, clock)
      const put = await place.put(await photo())
      const deleted = await place.delete(KEY)
      return [put.ok ? put.value : put.error, deleted.ok ? deleted.value : deleted.error]
    })

  it.each([
    ['keys', { accessKeyId: 'NOBODY' }, 403],
    ['keys', { secretAccessKey: 'wrong' }, 403],
    ['bucket', { bucket: 'elsewhere' }, 404],
  ] as const)('says what a person must mend: %s %o', async (why, change, httpStatus) => {
    const refused = { code: 'bucket_refused', why, httpStatus }
    expect(await tryAll(change)).toEqual([refused, refused])
  })

  it('is out of reach while its server says so', async () => {
    expect(await tryAll({}, 'says 503')).toMatchObject([{ code: 'bucket_unreachable' }, { code: 'bucket_unreachable' }])
  })

  it('is out of reach when the line is cut, when nobody answers, and when nobody listens', () =>
    withS3(async (server) => {
      const place = openS3MediaStore(server.bucket, clock, 200)
      const object = await photo()
      server.mood = 'cuts the request'
      expect(await place.put(object)).toMatchObject({ error: { code: 'bucket_unreachable' } })
      server.mood = 'never answers'
      expect(await place.put(object)).toMatchObject({ error: { code: 'bucket_unreachable' } })
      await server.close()
      expect(await place.put(object)).toMatchObject({ error: { code: 'bucket_unreachable', cause: 'ECONNREFUSED' } })
      server.mood = 'well'
      await server.open()
      expect((await place.put({ ...object, expiresAtMs: soon() })).ok).toBe(true)
    }))

  it('names no key and no address in what it says', () =>
    withS3(async ({ bucket }) => {
      const place = openS3MediaStore({ ...bucket, endpoint: 'http://127.0.0.1:1', secretAccessKey: 'planted' }, clock)
      const said = JSON.stringify(await place.put(await photo()))
      expect(said).not.toMatch(/planted|127\.0\.0\.1|S3RVER/)
    }))
})
