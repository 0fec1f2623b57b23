import { expect, test } from 'vitest'
import { type TestCore, withCore } from '../support/core.ts'
import { importSheet, sampleSheet, TOMORROW } from '../support/day-sheets.ts'

async function numbersOfPages(core: TestCore, id: string, limit: number): Promise<readonly string[][]> {
  const pages: string[][] = []
  let after: string | null = null
  do {
    const page: { readonly deliveries: readonly { readonly e164: string }[]; readonly after: string | null } =
      await core.ask('broadcasts.copies', { id, after, limit })
    pages.push(page.deliveries.map(({ e164 }) => e164))
    after = page.after
  } while (after !== null)
  return pages
}

test('the copies of a message to many come page by page, each once, and are counted by the store', () =>
  withCore(async (core) => {
    await importSheet(core, await sampleSheet())
    await core.ask('queue.pause', { isPaused: true })
    const { broadcastId: id } = await core.ask('broadcasts.schedule', {
      audience: { kind: 'appointments', isoDay: TOMORROW, appointmentIds: null },
      purpose: 'care',
      emergencyReason: null,
      body: 'We are closed tomorrow.',
      title: 'Closed',
      whenMs: null,
      onceKey: 'a press of the button',
    })
    const pages = await numbersOfPages(core, id, 4)
    expect(pages.map(({ length }) => length)).toEqual([4, 4, 2])
    const numbers = pages.flat()
    expect(numbers).toEqual([...new Set(numbers)].toSorted())
    expect((await numbersOfPages(core, id, 200)).flat()).toEqual(numbers)
    const story = await core.ask('broadcasts.get', { id })
    expect(story).toMatchObject({ total: 10, counts: { queued: 10 }, leftOutCount: 13 })
    expect(story.leftOutGroups.reduce((sum, { count }) => sum + count, 0)).toBe(13)
    expect(await core.ask('broadcasts.copies', { id: 'nothing', after: null, limit: 9 })).toEqual({
      deliveries: [],
      after: null,
    })
  }))
