import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { MINUTE_MS } from '../../../shared/time.ts'
import { BROADCAST_WHYS } from '../../../shared/domain/why-codes.ts'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { answerBridge, showInWindow } from '../../test-support/desk-window.tsx'
import { QUIET_LINE } from '../../test-support/quiet-line.ts'
import { BroadcastDetail } from './broadcast-detail.tsx'

type Broadcast = OutputOf<'broadcasts.get'>
type Row = OutputOf<'broadcasts.list'>['broadcasts'][number]

const NOW = Date.now()
const ROW: Row = {
  id: 'b1',
  title: 'News',
  body: 'We are closed',
  purpose: 'care',
  state: 'sending',
  createdAtMs: NOW,
  startsAtMs: NOW,
  staffName: 'Elena Marsh',
  leftOutCount: 0,
  counts: { delivered: 12, failed: 8, queued: 100 },
  total: 120,
  rank: 0,
  perDay: null,
  canary: { size: 20, state: 'passed', untilMs: null },
  pauseWhy: null,
  estimatedEndMs: null,
  costMicros: 1_440_000,
  spentMicros: 240_000,
}

afterEach(cleanup)

async function show(part: Partial<Row>, others: readonly Row[] = []) {
  const row = { ...ROW, ...part }
  const broadcast: Broadcast = { ...row, media: [], leftOut: [], leftOutGroups: [], costs: [] }
  const asked = answerBridge({
    'queue.status': () => QUIET_LINE,
    'practice.get': () => ({ zone: 'UTC', name: 'Clinic', phone: '', language: 'en' }),
    'broadcasts.get': () => broadcast,
    'broadcasts.list': () => ({ broadcasts: [row, ...others] }),
    'broadcasts.copies': () => ({ deliveries: [], after: null }),
    'broadcasts.resume': () => row,
    'broadcasts.reorder': () => ({ broadcasts: [] }),
  })
  await showInWindow(<BroadcastDetail id="b1" />)
  await screen.findByRole('heading', { name: 'News' })
  return asked
}

const inputsOf = (asked: Awaited<ReturnType<typeof show>>, method: string) =>
  asked.filter((one) => one.method === method).map(({ input }) => input)

describe('a message to many that Optdesk held after its first few', () => {
  const held = (code: string): Partial<Row> => ({
    state: 'paused',
    canary: { size: 20, state: 'tripped', untilMs: null },
    pauseWhy: { code, sent: 20, count: 8, usualShare: 0.03 },
  })

  it.each(BROADCAST_WHYS)('says why with its numbers, and what to do: %s', async (code) => {
    await show(held(code))
    const { textContent } = screen.getByRole('note')
    expect(textContent).toContain('after its first 20: 8 of them')
    expect(textContent).toContain('Usual here is 3%')
    expect(textContent).toMatch(/cancel the rest|let it go on/)
  })

  it('goes on only after a second question', async () => {
    const asked = await show(held('canary_failures'))
    fireEvent.click(screen.getByRole('button', { name: 'Let it go on' }))
    expect(inputsOf(asked, 'broadcasts.resume')).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: /^Let the other 100 go on/ }))
    await waitFor(() => expect(inputsOf(asked, 'broadcasts.resume')).toEqual([{ id: 'b1' }]))
  })
})

describe('a message to many on its way', () => {
  it('says when it is done and what it costs, and that nobody knows when while it is held', async () => {
    await show({ estimatedEndMs: NOW + MINUTE_MS })
    expect(screen.getByText('about $1.44; $0.24 of it has left')).toBeTruthy()
    expect(screen.queryByText('Not known while nothing of it can leave')).toBeNull()
    cleanup()
    await show({ state: 'paused' })
    expect(screen.getByText('Not known while nothing of it can leave')).toBeTruthy()
  })

  it('goes on by one press where a person had held it', async () => {
    const asked = await show({ state: 'paused' })
    fireEvent.click(screen.getByRole('button', { name: 'Let it go on' }))
    await waitFor(() => expect(inputsOf(asked, 'broadcasts.resume')).toEqual([{ id: 'b1' }]))
  })

  it('is put before the one that goes ahead of it', async () => {
    const asked = await show({}, [{ ...ROW, id: 'b0', rank: -1 }])
    expect(await screen.findByText('One message to many goes before it.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Sooner' }))
    await waitFor(() =>
      expect(inputsOf(asked, 'broadcasts.reorder')).toEqual([{ id: 'b1', otherId: 'b0', place: 'before' }]),
    )
  })
})
