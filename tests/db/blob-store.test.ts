import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createBlobStore } from '../../electron/blobs/blob-store.ts'
import { sha256Hex } from '../../electron/db/hash-chain.ts'
import { seededRandom } from '../support/seeded.ts'
import { inTempFolder } from '../support/store.ts'

const key = seededRandom('blobs')(32)
const form = Buffer.from('I agree to receive notifications. '.repeat(1000))
const sha256 = sha256Hex(form)
const pathIn = (dir: string): string => join(dir, sha256.slice(0, 2), sha256)

test('bytes come back as they were, under their own SHA-256, and cannot be read on the disk', async () => {
  await inTempFolder(async (dir) => {
    const blobs = createBlobStore({ dir, key })
    expect(await blobs.put(form)).toEqual({ ok: true, value: { sha256 } })
    const back = await blobs.get(sha256)
    expect(back.ok && Buffer.compare(back.value, form)).toBe(0)
    expect((await readFile(pathIn(dir))).includes('agree')).toBe(false)
  })
})

test('keeping the same bytes again, even at once, writes one file once', async () => {
  await inTempFolder(async (dir) => {
    const blobs = createBlobStore({ dir, key })
    await Promise.all([blobs.put(form), blobs.put(form), blobs.put(form)])
    const before = await readFile(pathIn(dir))
    await createBlobStore({ dir, key }).put(form)
    expect(await readFile(pathIn(dir))).toEqual(before)
    expect(await readdir(join(dir, sha256.slice(0, 2)))).toEqual([sha256])
  })
})

test('a damaged file is told from a missing one, and keeping the bytes again mends it', async () => {
  await inTempFolder(async (dir) => {
    const blobs = createBlobStore({ dir, key })
    expect(await blobs.get(sha256)).toEqual({ ok: false, error: { code: 'not_found', what: 'original' } })
    await blobs.put(form)
    const bytes = await readFile(pathIn(dir))
    bytes[bytes.length - 20]! ^= 1
    await writeFile(pathIn(dir), bytes)
    expect(await blobs.get(sha256)).toEqual({ ok: false, error: { code: 'store_broken', path: pathIn(dir) } })
    await blobs.put(form)
    expect((await blobs.get(sha256)).ok).toBe(true)
  })
})

test('a file under the name of another, or of another store, does not open', async () => {
  await inTempFolder(async (dir) => {
    const blobs = createBlobStore({ dir, key })
    await blobs.put(form)
    const other = await createBlobStore({ dir, key: seededRandom('other')(32) }).get(sha256)
    expect(other).toMatchObject({ error: { code: 'store_broken' } })
    const swapped = await blobs.put(Buffer.from('another sheet'))
    if (!swapped.ok) throw new Error(swapped.error.code)
    const name = swapped.value.sha256
    await rename(pathIn(dir), join(dir, name.slice(0, 2), name))
    expect(await blobs.get(name)).toMatchObject({ error: { code: 'store_broken' } })
  })
})

test.each(['..', '../../etc/passwd', 'A'.repeat(64), ''])('%j is no name of an original', async (name) => {
  await inTempFolder(async (dir) => {
    expect(await createBlobStore({ dir, key }).get(name)).toMatchObject({ error: { code: 'not_found' } })
  })
})
