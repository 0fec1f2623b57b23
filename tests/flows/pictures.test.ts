import { expect, test } from 'vitest'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import { HOUR_MS } from '../../shared/time.ts'
import { type TestCore, withCore } from '../support/core.ts'
import { importSheet, threeWhoAgreed, TOMORROW } from '../support/day-sheets.ts'
import { filmFile, photoFile } from '../support/media-files.ts'

const ROSA = '+12065550111'

async function attach(core: TestCore, beside: readonly string[] = [], seed = 1) {
  const files = [{ name: 'C:\\Users\\desk\\door.jpg', bytes: await photoFile(400, 300, seed) }]
  const { added } = await core.ask('media.add', { files, beside: [...beside] })
  if (!added[0]) throw new Error('Nothing was added')
  return added[0]
}

const letter = (body: string, mediaIds: readonly string[]) => ({
  e164: ROSA,
  personId: null,
  purpose: 'care' as const,
  emergencyReason: null,
  body,
  mediaIds: [...mediaIds],
  whenMs: null,
  onceKey: `a press of ${body.slice(0, 20)} ${mediaIds.length}`.padEnd(16),
})

type Thread = OutputOf<'threads.get'>
type Out = Extract<Thread['items'][number], { direction: 'out' }>

const lastOut = ({ items }: Thread): Out | undefined =>
  items.filter((item): item is Out => item.direction === 'out').at(-1)

test('a picture goes to one person, is fetched by the network and shown in the thread', () =>
  withCore(async (core) => {
    await core.ask('carrier.set', { receiptDelayMs: 0, answerDelayMs: 0, isAnswering: false })
    const media = await attach(core)
    expect(media).toMatchObject({ name: 'door.jpg', kind: 'image', mediaType: 'image/jpeg', widthPx: 400 })
    await core.ask('messages.send', letter('Our new door', [media.id]))
    const thread = await core.until(
      'threads.get',
      { e164: ROSA },
      (now) => lastOut(now)?.delivery.state === 'delivered',
    )
    expect(lastOut(thread)).toMatchObject({ media: [media], delivery: { body: 'Our new door', segments: 1 } })
    const { book } = await core.ask('carrier.get', {})
    expect(book[0]).toMatchObject({ text: 'Our new door', attachments: ['image'], status: 'delivered' })
    const seen = await core.ask('carrier.picture', { uuid: book[0]?.uuid ?? '', position: 0 })
    expect(seen.widthPx).toBe(400)
    expect(await core.ask('media.picture', { id: media.id })).toEqual(seen)
  }))

test('a picture may go without words, and its message may not be longer than a provider takes', () =>
  withCore(async (core) => {
    const media = await attach(core)
    expect(await core.call('messages.send', letter('', []))).toMatchObject({ error: { code: 'body_empty' } })
    expect(await core.call('messages.send', letter('x'.repeat(1001), [media.id]))).toMatchObject({
      error: { code: 'body_too_long', limit: 1000 },
    })
    expect(await core.call('messages.send', letter('Hello', ['nothing']))).toMatchObject({
      error: { code: 'not_found', what: 'media' },
    })
    await core.ask('messages.send', letter('', [media.id]))
    const { book } = await core.until('carrier.get', {}, (now) => now.book.length === 1)
    expect(book[0]).toMatchObject({ text: '', attachments: ['image'] })
  }))

test('a broadcast carries one picture to everybody at the price of an MMS, put online once', () =>
  withCore(async (core) => {
    await importSheet(core, threeWhoAgreed())
    const media = await attach(core)
    const draft = {
      audience: { kind: 'appointments' as const, isoDay: TOMORROW, appointmentIds: null },
      purpose: 'care' as const,
      emergencyReason: null,
      body: '',
      mediaIds: [media.id],
      whenMs: null,
    }
    const preview = await core.ask('broadcasts.preview', draft)
    expect(preview).toMatchObject({ recipientCount: 3, segmentsMax: 1, costMicros: 3 * 25_000, problems: [] })
    expect(preview.recipients[0]?.body).toBe('Reply STOP to end.')
    const { broadcastId } = await core.ask('broadcasts.schedule', {
      ...draft,
      title: '',
      onceKey: 'a press of a button',
    })
    const story = await core.until('broadcasts.get', { id: broadcastId }, ({ state }) => state === 'done')
    expect(story).toMatchObject({ title: 'door.jpg', media: [media] })
    const { book } = await core.ask('carrier.get', {})
    expect(book.map(({ attachments }) => attachments)).toEqual([['image'], ['image'], ['image']])
  }))

test('a picture waits for the network, says so, and survives a restart', () =>
  withCore(async (core) => {
    const media = await attach(core)
    await core.ask('carrier.set', { isPortOpen: false })
    await core.until('queue.status', {}, ({ connection }) => connection === 'offline')
    await core.ask('messages.send', letter('Our new door', [media.id]))
    const { deliveries } = await core.ask('queue.list', { states: ['held'], limit: 10 })
    expect(deliveries).toMatchObject([{ e164: ROSA, why: { code: 'media' } }])
    await core.restart()
    expect(await core.ask('queue.list', { states: ['held'], limit: 10 })).toMatchObject({ total: 1 })
    await core.ask('carrier.set', { isPortOpen: true })
    const { book } = await core.until('carrier.get', {}, (now) => now.book.length === 1)
    expect(book[0]).toMatchObject({ attachments: ['image'], text: 'Our new door' })
  }))

test('nothing is put online before the hour in which it may leave', () =>
  withCore(async (core) => {
    const media = await attach(core)
    const whenMs = core.clock.now() + 3 * HOUR_MS
    const sent = await core.ask('messages.send', { ...letter('Later', [media.id]), whenMs })
    await core.ask('messages.send', { ...letter('Now', [media.id]), overCapReason: 'She asked for it by phone' })
    await core.until('carrier.get', {}, (now) => now.book.length === 1)
    expect(await core.ask('deliveries.get', { id: sent.deliveryId })).toMatchObject({ state: 'held' })
  }))

test('what is attached must fit together, and each file that does not is named with its cause', () =>
  withCore(async (core) => {
    const film = { name: 'tour.mp4', bytes: filmFile('mp42', 400_000) }
    const { added } = await core.ask('media.add', { files: [film] })
    const beside = added.map(({ id }) => id)
    const second = await core.ask('media.add', { beside, files: [film, { name: 'page.svg', bytes: svg() }] })
    expect(second.refused.map(({ name, error }) => [name, error.code])).toEqual([
      ['tour.mp4', 'media_too_big'],
      ['page.svg', 'media_refused'],
    ])
    const small = await attach(core, beside)
    expect(small.sizeBytes).toBeLessThanOrEqual(98_000)
    expect(await core.ask('media.choosePreset', { preset: 'safe' })).toMatchObject({ limitBytes: 300_000 })
    expect(await core.call('messages.send', letter('Film', beside))).toMatchObject({
      error: { code: 'media_too_heavy', limitBytes: 300_000 },
    })
  }))

test('the same picture twice is kept once', () =>
  withCore(async (core) => {
    expect((await attach(core)).id).toBe((await attach(core)).id)
    expect((await attach(core, [], 2)).id).not.toBe((await attach(core)).id)
  }))

function svg(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))
}
