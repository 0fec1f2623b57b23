import { expect, test } from 'vitest'
import { beginPlan, endPlan } from '../../electron/db/repos/broadcast-plans.ts'
import { addBroadcast } from '../../electron/db/repos/broadcasts.ts'
import { changeMediaUpload } from '../../electron/db/repos/media-uploads.ts'
import { addStaff } from '../../electron/db/repos/staff.ts'
import type { MediaStore } from '../../electron/provider/media-store.ts'
import { transition } from '../../electron/queue/transition.ts'
import type { BroadcastId, StaffId } from '../../shared/ids.ts'
import { err } from '../../shared/result.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts'
import { type UploadRig, withUploads } from './upload-rig.ts'

const puts = ({ s3 }: UploadRig) => s3.asked.filter((line) => line === 'PUT 200').length
const deletes = ({ s3 }: UploadRig) => s3.asked.filter((line) => line === 'DELETE 204').length

async function beginBroadcast({ store }: UploadRig): Promise<BroadcastId> {
  const staffId = store.newId() as StaffId
  await addStaff(store.db, { id: staffId, name: 'Test', createdAtMs: store.clock.now() })
  const id = store.newId() as BroadcastId
  const words = { title: 'Closed', body: '', purpose: 'emergency', emergencyReason: 'a test', perDay: null } as const
  const atMs = store.clock.now()
  const facts = { onceKey: 'a press of a button', startsAtMs: atMs, staffId, createdAtMs: atMs }
  await addBroadcast(store.db, { id, ...words, ...facts })
  await beginPlan(store.db, id, {})
  return id
}

test('one upload serves every copy of a message, and each object is deleted once all have come to their end', () =>
  withUploads(async (rig) => {
    const held = await rig.hold([await rig.picture(1), await rig.picture(2)], { copies: 3 })
    await rig.settle()
    expect(await held.states()).toEqual(['queued', 'queued', 'queued'])
    expect(puts(rig)).toBe(2)
    const uploads = await rig.uploads()
    for (const { url } of uploads) expect((await fetch(url ?? '')).status).toBe(200)
    expect(deletes(rig)).toBe(0)
    await held.end()
    await rig.settle()
    expect(deletes(rig)).toBe(2)
    expect(await rig.uploads()).toMatchObject([{ isDeleted: true }, { isDeleted: true }])
    for (const { url } of uploads) expect((await fetch(url ?? '')).status).toBe(404)
  }))

test('a key says nothing and is of 256 random bits', () =>
  withUploads(async (rig) => {
    await rig.hold([await rig.picture(1)])
    await rig.hold([await rig.picture(2)])
    await rig.settle()
    const keys = (await rig.uploads()).map(({ key }) => key)
    expect(new Set(keys).size).toBe(2)
    for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]{43}\.jpg$/)
  }))

test('nothing is put online until an hour before it may leave', () =>
  withUploads(async (rig) => {
    const held = await rig.hold([await rig.picture(1)], { hours: 3 })
    await rig.pass(2 * HOUR_MS - MINUTE_MS)
    expect([await held.states(), rig.s3.asked]).toEqual([['held'], []])
    await rig.pass(MINUTE_MS)
    expect([await held.states(), puts(rig)]).toEqual([['queued'], 1])
  }))

test('of a broadcast that is still being planned nothing is put online and no copy is let go', () =>
  withUploads(async (rig) => {
    const { db } = rig.store
    const broadcastId = await beginBroadcast(rig)
    const held = await rig.hold([await rig.picture(1)], { copies: 2, broadcastId })
    await rig.settle()
    expect([await held.states(), rig.s3.asked, await rig.uploads()]).toEqual([['held', 'held'], [], []])
    await endPlan(db, broadcastId, { startsAtMs: rig.clock.now(), canarySize: 0, mayExceedCaps: false })
    await rig.settle()
    expect([await held.states(), puts(rig)]).toEqual([['queued', 'queued'], 1])
  }))

test('while the network is away nothing is tried', () =>
  withUploads(async (rig) => {
    rig.isOnline = false
    const held = await rig.hold([await rig.picture(1)])
    await rig.pass(10 * MINUTE_MS)
    expect([await held.states(), rig.s3.asked, await rig.uploads()]).toEqual([['held'], [], []])
    rig.isOnline = true
    await rig.settle()
    expect(await held.states()).toEqual(['queued'])
  }))

test('an office without a place for pictures is told so, and goes on once it has one', () =>
  withUploads(async (rig) => {
    const { place } = rig
    rig.place = null
    const held = await rig.hold([await rig.picture(1)])
    await rig.settle()
    expect(await rig.uploads()).toMatchObject([{ url: null, trouble: '{"code":"bucket_not_set"}' }])
    rig.place = place
    await rig.pass(5 * MINUTE_MS)
    expect(await held.states()).toEqual(['queued'])
  }))

test('a bucket in trouble is tried again later and later, and at last does it', () =>
  withUploads(async (rig) => {
    rig.s3.mood = 'says 503'
    const held = await rig.hold([await rig.picture(1)])
    await rig.settle()
    for (let minute = 0; minute < 60; minute += 1) await rig.pass(MINUTE_MS)
    const [upload] = await rig.uploads()
    expect(upload?.trouble).toContain('bucket_unreachable')
    expect(rig.s3.asked.length).toBe(upload?.tries)
    expect(upload?.tries).toBeGreaterThan(5)
    expect(upload?.tries).toBeLessThanOrEqual(61)
    rig.s3.mood = 'well'
    await rig.pass(5 * MINUTE_MS)
    expect([await held.states(), (await rig.uploads())[0]]).toMatchObject([['queued'], { trouble: null, tries: 0 }])
  }))

test('a deletion is tried until it works', () =>
  withUploads(async (rig) => {
    const held = await rig.hold([await rig.picture(1)])
    await rig.settle()
    await rig.s3.close()
    await held.end()
    await rig.settle()
    expect(await rig.uploads()).toMatchObject([
      { isDeleted: false, trouble: expect.stringContaining('bucket_unreachable') },
    ])
    await rig.s3.open()
    await rig.pass(5 * MINUTE_MS)
    expect([await rig.uploads(), deletes(rig)]).toMatchObject([[{ isDeleted: true }], 1])
  }))

test('an object whose message was over before its link was written down is deleted by its key', () =>
  withUploads(async (rig) => {
    const held = await rig.hold([await rig.picture(1)])
    await rig.settle()
    const [upload] = await rig.uploads()
    const link = upload?.url ?? ''
    // As a crash leaves it: the object is there, its row knows the key and the try, and no link.
    await changeMediaUpload(rig.store.db, upload?.key ?? '', { url: null, tries: 1 })
    await held.end()
    await rig.restart()
    expect(await rig.uploads()).toMatchObject([{ isDeleted: true }])
    expect((await fetch(link)).status).toBe(404)
  }))

test('after a crash in the middle the same key is put again, and no second object comes of it', () =>
  withUploads(async (rig) => {
    rig.s3.mood = 'cuts the request'
    const held = await rig.hold([await rig.picture(1)])
    await rig.settle()
    const [before] = await rig.uploads()
    rig.s3.mood = 'well'
    await changeMediaUpload(rig.store.db, before?.key ?? '', { retryAtMs: 0 })
    await rig.restart()
    expect(await rig.uploads()).toMatchObject([{ key: before?.key }])
    expect(await held.states()).toEqual(['queued'])
  }))

test('what was never tried needs no request to be deleted', () =>
  withUploads(async (rig) => {
    const held = await rig.hold([await rig.picture(1)], { hours: 3 })
    await held.end()
    await rig.pass(DAY_MS)
    expect(rig.s3.asked).toEqual([])
  }))

test('a link that ends while its message still waits is made anew, and the object stays one', () =>
  withUploads(async (rig) => {
    const held = await rig.hold([await rig.picture(1)])
    await rig.settle()
    const [before] = await rig.uploads()
    await rig.pass(3 * DAY_MS - HOUR_MS)
    const [after] = await rig.uploads()
    expect([await held.states(), after?.key, puts(rig)]).toEqual([['queued'], before?.key, 2])
  }))

test('what the provider has and never reports on is deleted when its link is over', () =>
  withUploads(async (rig) => {
    const held = await rig.hold([await rig.picture(1)])
    await rig.settle()
    const move = { which: { ids: held.ids }, by: 'sender', atMs: rig.clock.now(), why: null } as const
    await transition(rig.store.db, { ...move, from: ['queued'], to: 'sending' })
    await transition(rig.store.db, { ...move, from: ['sending'], to: 'accepted' })
    await rig.pass(3 * DAY_MS - MINUTE_MS)
    expect(deletes(rig)).toBe(0)
    await rig.pass(MINUTE_MS)
    expect(deletes(rig)).toBe(1)
  }))

test('a STOP before the upload leaves nothing online', () =>
  withUploads(async (rig) => {
    const held = await rig.hold([await rig.picture(1)])
    const by = 'stop_handler' as const
    const stopped = { from: ['held'] as const, to: 'blocked' as const, by, atMs: rig.clock.now(), why: null }
    await transition(rig.store.db, { which: { ids: held.ids }, ...stopped })
    await rig.settle()
    expect([await held.states(), rig.s3.asked]).toEqual([['blocked'], []])
  }))

test('a place that throws what it should not is trouble, and is tried again', () =>
  withUploads(async (rig) => {
    const { place } = rig
    const broken: MediaStore = {
      put: () => Promise.reject(new Error('a defect')),
      delete: () => Promise.resolve(err({ code: 'bucket_unreachable', cause: 'x' })),
    }
    rig.place = broken
    const held = await rig.hold([await rig.picture(1)])
    await rig.settle()
    expect(rig.troubles).toHaveLength(1)
    rig.place = place
    await rig.pass(MINUTE_MS)
    expect(await held.states()).toEqual(['queued'])
  }))
