import { expect, test } from 'vitest'
import type { InputOf } from '../../shared/ipc/contract.ts'
import { HOUR_MS } from '../../shared/time.ts'
import { type TestCore, withCore } from '../support/core.ts'
import { importSheet, threeWhoAgreed, TOMORROW } from '../support/day-sheets.ts'

let presses = 0

function schedule(core: TestCore, title: string, change: Partial<InputOf<'broadcasts.schedule'>> = {}) {
  presses += 1
  return core.ask('broadcasts.schedule', {
    audience: { kind: 'appointments', isoDay: TOMORROW, appointmentIds: null },
    purpose: 'care',
    emergencyReason: null,
    body: `${title}: we are closed tomorrow.`,
    whenMs: null,
    title,
    onceKey: `press number ${presses} of the button`,
    ...change,
  })
}

test('the order of broadcasts can be changed, and each says when it ends and what it costs', () =>
  withCore(async (core) => {
    await importSheet(core, threeWhoAgreed())
    await core.until('queue.status', {}, ({ connection }) => connection === 'online')
    const later = { whenMs: core.clock.now() + HOUR_MS }
    // Of care texts a person gets one a day, so that the second would be placed on the next.
    const asked = { ...later, purpose: 'emergency', emergencyReason: 'The water is not safe' } as const
    const first = await schedule(core, 'First', asked)
    const second = await schedule(core, 'Second', asked)
    const { broadcasts } = await core.ask('broadcasts.reorder', {
      id: second.broadcastId,
      otherId: first.broadcastId,
      place: 'before',
    })
    const row = (id: string) => broadcasts.find((broadcast) => broadcast.id === id)
    expect(row(second.broadcastId)?.rank).toBeLessThan(row(first.broadcastId)?.rank ?? -1)
    const ends = [second, first].map(({ broadcastId }) => row(broadcastId)?.estimatedEndMs ?? 0)
    expect(ends[0]).toBeGreaterThanOrEqual(later.whenMs)
    expect(ends[1]).toBeGreaterThan(ends[0] ?? 0)
    expect(row(first.broadcastId)).toMatchObject({ spentMicros: 0, canary: null, perDay: null, pauseWhy: null })
    expect(row(first.broadcastId)?.costMicros).toBeGreaterThan(0)
    await core.ask('queue.pause', { isPaused: true })
    const held = await core.ask('broadcasts.list', {})
    expect(held.broadcasts.map(({ estimatedEndMs }) => estimatedEndMs)).toEqual([null, null])
    const nobody = { id: 'nothing', otherId: first.broadcastId, place: 'after' } as const
    expect(await core.call('broadcasts.reorder', nobody)).toMatchObject({ error: { code: 'not_found' } })
  }))

test('a broadcast that was cancelled leaves nothing behind, and the status counts what waits', () =>
  withCore(async (core) => {
    await importSheet(core, threeWhoAgreed())
    await core.ask('queue.pause', { isPaused: true })
    const { broadcastId: id, deliveries } = await schedule(core, 'News')
    expect(await core.ask('queue.status', {})).toMatchObject({
      ready: deliveries,
      holds: ['paused'],
      clockQuestion: null,
    })
    const cancelled = await core.ask('broadcasts.cancel', { id })
    expect(cancelled).toMatchObject({ state: 'cancelled', counts: { cancelled: deliveries }, estimatedEndMs: null })
    expect(await core.ask('queue.status', {})).toMatchObject({ ready: 0, later: 0, nextAtMs: null })
  }))

test('a reason to go over the caps counts for a broadcast that was the first and becomes the second', () =>
  withCore(async (core) => {
    await importSheet(core, threeWhoAgreed())
    await core.ask('queue.pause', { isPaused: true })
    const reason = { overCapReason: 'The opening hours change twice today' }
    const first = await schedule(core, 'First', reason)
    const second = await schedule(core, 'Second', reason)
    await core.ask('broadcasts.pause', { id: first.broadcastId })
    await core.ask('queue.pause', { isPaused: false })
    const isDone = ({ state }: { readonly state: string }) => state === 'done'
    await core.until('broadcasts.get', { id: second.broadcastId }, isDone)
    await core.ask('broadcasts.resume', { id: first.broadcastId })
    await core.until('broadcasts.get', { id: first.broadcastId }, isDone)
  }))
