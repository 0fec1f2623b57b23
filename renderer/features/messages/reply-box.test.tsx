import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { answerBridge, showInWindow } from '../../test-support/desk-window.tsx'
import { ReplyBox } from './reply-box.tsx'

const thread = (part: Partial<OutputOf<'threads.get'>> = {}): OutputOf<'threads.get'> => ({
  e164: '+12065550142',
  personId: 'p1',
  displayName: 'Danielle Okafor',
  lastText: 'Hello',
  lastAtMs: 0,
  lastDirection: 'in',
  isUnread: false,
  state: 'may_text',
  needsDecision: false,
  items: [],
  ...part,
})

const field = () => screen.getByLabelText<HTMLTextAreaElement>('Answer')
const write = (words: string) => act(() => void fireEvent.change(field(), { target: { value: words } }))
const pressSend = async () => {
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: /Send/ }))
    await Promise.resolve()
  })
}

afterEach(cleanup)

describe('the box for an answer', () => {
  it('shows how many parts the words take, and which sign makes them dearer', async () => {
    answerBridge({})
    await showInWindow(<ReplyBox thread={thread({ e164: '+12065550101' })} />)
    write('Hello')
    expect(screen.getByText(/1 part, 155 characters left/)).toBeDefined()
    write('a'.repeat(161))
    expect(screen.getByText(/2 parts/)).toBeDefined()
    write('see you…')
    expect(screen.getByText(/62 characters left in it\. Signs that leave less room: …/)).toBeDefined()
  })

  it('keeps what was typed while one is elsewhere, for each number by itself', async () => {
    answerBridge({})
    const first = await showInWindow(<ReplyBox thread={thread()} />)
    write('half a sen')
    first.leave()
    const other = await showInWindow(<ReplyBox thread={thread({ e164: '+12065550199' })} />)
    expect(field().value).toBe('')
    other.leave()
    await showInWindow(<ReplyBox thread={thread()} />)
    expect(field().value).toBe('half a sen')
  })

  it('says why nobody may write to a number that said stop, and offers no field', async () => {
    answerBridge({})
    await showInWindow(<ReplyBox thread={thread({ state: 'said_stop' })} />)
    expect(screen.queryByLabelText('Answer')).toBeNull()
    expect(screen.getByText(/This number said stop, so nothing can be sent/)).toBeDefined()
  })

  it('sends with the same key when it is pressed again after a failure, and keeps the words', async () => {
    const asked = answerBridge({})
    await showInWindow(<ReplyBox thread={thread({ e164: '+12065550102' })} />)
    write('See you at nine')
    await pressSend()
    await pressSend()
    const keys = () => asked.filter(({ method }) => method === 'messages.send').map(({ input }) => keyOf(input))
    expect(keys()).toHaveLength(2)
    expect(new Set(keys()).size).toBe(1)
    expect(field().value).toBe('See you at nine')
  })

  it('asks why a second text of the day cannot wait, and sends it with the answer', async () => {
    const asked = answerBridge({}, { 'messages.send': { code: 'too_often', e164: '+12065550103', rule: 'cap.care' } })
    await showInWindow(<ReplyBox thread={thread({ e164: '+12065550103' })} />)
    write('We close at noon today')
    await pressSend()
    expect(screen.getByRole('alert').textContent).toContain('as many texts as it may get for now')
    act(() => void fireEvent.change(screen.getByLabelText(/Why can it not wait/), { target: { value: 'A storm' } }))
    await pressSend()
    expect(asked.filter(({ method }) => method === 'messages.send').at(-1)?.input).toMatchObject({
      overCapReason: 'A storm',
    })
  })

  it('offers no reason where a promise of the form holds', async () => {
    answerBridge({}, { 'messages.send': { code: 'too_often', e164: '+12065550104', rule: 'cap.promise' } })
    await showInWindow(<ReplyBox thread={thread({ e164: '+12065550104' })} />)
    write('We close at noon today')
    await pressSend()
    expect(screen.getByRole('alert')).toBeDefined()
    expect(screen.queryByLabelText(/Why can it not wait/)).toBeNull()
  })
})

function keyOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'onceKey' in input ? input.onceKey : undefined
}
