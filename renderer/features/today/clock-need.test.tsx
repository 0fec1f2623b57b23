import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { answerBridge, showInWindow } from '../../test-support/desk-window.tsx'
import { QUIET_LINE } from '../../test-support/quiet-line.ts'
import { ClockNeed } from './clock-need.tsx'

const SEEN = Date.UTC(2026, 10, 24, 18)
const SHOWS = Date.UTC(2026, 10, 20, 17, 5)

afterEach(cleanup)

async function show(clockQuestion: OutputOf<'queue.status'>['clockQuestion']) {
  const status = { ...QUIET_LINE, clockQuestion }
  const asked = answerBridge({
    'queue.status': () => status,
    'queue.trustClock': () => ({ ...status, clockQuestion: null }),
    'practice.get': () => ({ zone: 'UTC', name: 'Clinic', phone: '', language: 'en' }),
  })
  await showInWindow(<ClockNeed />)
  return asked
}

const trusted = (asked: readonly { readonly method: string }[]) =>
  asked.filter(({ method }) => method === 'queue.trustClock').length

describe('a date that cannot be right', () => {
  it('is told with both dates, and what happens meanwhile', async () => {
    await show({ seenMs: SEEN, showsMs: SHOWS })
    const { textContent } = await screen.findByRole('listitem')
    expect(textContent).toContain('It shows Nov 20, 2026')
    expect(textContent).toContain('last saw Nov 24, 2026')
    expect(textContent).toContain('nothing is sent')
  })

  it('is said to be right only after a second question', async () => {
    const asked = await show({ seenMs: SEEN, showsMs: SHOWS })
    fireEvent.click(await screen.findByRole('button', { name: 'The date is right' }))
    expect(trusted(asked)).toBe(0)
    expect(screen.getByRole('dialog').textContent).toContain('Is it really Nov 20, 2026?')
    fireEvent.click(screen.getByRole('button', { name: /Yes, it is Nov 20, 2026/ }))
    await waitFor(() => expect(trusted(asked)).toBe(1))
  })

  it('is not asked about while the clock may be right', async () => {
    const asked = await show(null)
    await waitFor(() => expect(asked.map(({ method }) => method)).toContain('queue.status'))
    expect(screen.queryByRole('listitem')).toBeNull()
  })
})
