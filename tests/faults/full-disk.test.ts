import { rm, writeFile } from 'node:fs/promises'
import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { InputOf, MethodName } from '../../shared/ipc/contract.ts'
import { type TestCore, withCore } from '../support/core.ts'
import { mayMountDisk, mountSmallDisk } from '../support/small-disk.ts'

const SIZE_MB = 12
const STEP_BYTES = 4096

interface Work<M extends MethodName> {
  readonly method: M
  readonly input: (place: number) => InputOf<M>
}

const save: Work<'people.save'> = {
  method: 'people.save',
  input: (place) => ({
    id: null,
    givenName: 'Ana'.repeat(20),
    familyName: `Full ${place}`,
    email: '',
    language: 'en',
    phone: '',
  }),
}
const send: Work<'messages.send'> = {
  method: 'messages.send',
  input: (place) => ({
    e164: '+12065550108',
    personId: null,
    purpose: 'emergency',
    emergencyReason: 'Water in the building',
    body: 'We are closed today. '.repeat(20).trim(),
    whenMs: null,
    onceKey: `full-disk-message-${place}`,
  }),
}

/** Fills the disk until so many bytes are free, and gives the file that can be taken away again. */
async function fillUpTo(dir: string, freeBytes: number): Promise<string> {
  const ballast = join(dir, 'ballast')
  const { bavail, bsize } = statfsSync(dir)
  // The desk writes at times of its own, so that less may be left than was counted.
  await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - freeBytes))).catch((cause: unknown) => {
    expect(cause).toMatchObject({ code: 'ENOSPC' })
  })
  return ballast
}

async function countFull(core: TestCore): Promise<number> {
  return (await core.ask('people.search', { text: 'Full', after: null, limit: 1 })).total
}

async function countQueued(core: TestCore): Promise<number> {
  const { items } = await core.ask('threads.get', { e164: '+12065550108' })
  return items.filter(({ direction }) => direction === 'out').length
}

describe.skipIf(!mayMountDisk)('a disk that becomes full at any write', () => {
  test('refuses in plain words, keeps nothing half, lets everything be read, and works again when there is room', async () => {
    const disk = mountSmallDisk(SIZE_MB)
    try {
      await withCore(
        async (core) => {
          await core.ask('queue.pause', { isPaused: true })
          const before = { people: await countFull(core), messages: await countQueued(core) }
          const done = { people: 0, messages: 0, refused: 0 }
          for (let place = 0; place < 24; place += 1) {
            const ballast = await fillUpTo(disk.dir, place * STEP_BYTES)
            const saved = await core.call(save.method, save.input(place))
            const sent = await core.call(send.method, send.input(place))
            for (const answer of [saved, sent]) {
              if (!answer.ok) expect(answer.error).toMatchObject({ code: 'disk_full' })
            }
            done.people += saved.ok ? 1 : 0
            done.messages += sent.ok ? 1 : 0
            done.refused += saved.ok && sent.ok ? 0 : 1
            expect(await countFull(core)).toBe(before.people + done.people)
            expect(await countQueued(core)).toBe(before.messages + done.messages)
            await rm(ballast)
            if (saved.ok) continue
            await core.ask(save.method, save.input(place))
            done.people += 1
          }
          expect(done.refused).toBeGreaterThan(0)
          await core.restart()
          expect(await countFull(core)).toBe(before.people + done.people)
          expect(await countQueued(core)).toBe(before.messages + done.messages)
        },
        { dataDir: disk.dir },
      )
    } finally {
      disk.release()
    }
  })
})
