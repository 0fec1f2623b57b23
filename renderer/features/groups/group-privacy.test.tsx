import { cleanup, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, it } from 'vitest'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { answerBridge, showInWindow } from '../../test-support/desk-window.tsx'
import { GroupReply } from './group-reply.tsx'
import { WhoSeesWhom } from './who-sees-whom.tsx'

const SUNITA = { e164: '+12065550120', personId: 'p1', displayName: 'Sunita Gurung' } as const
const OTTO = { e164: '+12065550110', personId: 'p2', displayName: 'Otto Lindgren' } as const

afterEach(cleanup)

/** The pieces of text that name one of the two outside of what the privacy key hides. */
function plainNames(): readonly string[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const plain: string[] = []
  while (texts.nextNode()) {
    const { textContent, parentElement } = texts.currentNode
    if (/Sunita|Otto/.test(textContent ?? '') && !parentElement?.closest('.od-private')) plain.push(textContent ?? '')
  }
  return plain
}

async function show(piece: ReactNode): Promise<void> {
  answerBridge({ 'practice.get': () => ({ zone: 'UTC', name: 'Clinic', phone: '', language: 'en' }) })
  await showInWindow(piece)
}

it('who said stop and leaves a group is named where the privacy key hides it', async () => {
  const thread: OutputOf<'groups.get'> = {
    groupThreadId: 'g1',
    title: '',
    members: [
      { ...SUNITA, state: 'said_stop' },
      { ...OTTO, state: 'may_text' },
    ],
    lastText: '',
    lastAtMs: 0,
    lastDirection: 'out',
    isUnread: false,
    items: [],
  }
  await show(<GroupReply thread={thread} />)
  expect(screen.getByRole('note').textContent).toContain('Sunita Gurung said stop')
  expect(plainNames()).toEqual([])
})

it('whose phone shows whom is named where the privacy key hides it', async () => {
  const preview: OutputOf<'groups.preview'> = {
    members: [SUNITA, OTTO],
    leftOut: [],
    body: 'We meet',
    most: 8,
    costMicros: 0,
    problems: [],
    notBeforeMs: null,
    movedBy: null,
  }
  await show(<WhoSeesWhom preview={preview} title="" />)
  expect(screen.getAllByRole('listitem').length).toBeGreaterThan(1)
  expect(plainNames()).toEqual([])
})
