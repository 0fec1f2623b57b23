import { useCallback, useEffect, useState } from 'react'
import type { InputOf } from '../../../shared/ipc/contract.ts'
import { useRead } from '../../api/queries.ts'
import type { Reading } from '../../api/queries.ts'
import { useKeptDraft } from '../../app/kept-draft.ts'
import { useMoment } from '../../i18n/use-moment.ts'
import { asOneToOne, COMPOSE_DRAFT, EMPTY_COMPOSE, onlyPerson, previewInput } from './compose-draft.ts'
import type { ComposeDraft, Preview } from './compose-draft.ts'

/** The message that is being written, and what the core says it would be. */
export interface Compose {
  readonly draft: ComposeDraft
  readonly change: (part: Partial<ComposeDraft>) => void
  /** Changes what is attached from what it is then: files are read while one goes on writing. */
  readonly changeAttachments: (next: (before: ComposeDraft['attachments']) => ComposeDraft['attachments']) => void
  readonly drop: () => void
  /** Undefined until somebody is chosen. */
  readonly preview: Preview | undefined
  /** The preview in sight belongs to earlier words: wait with sending. */
  readonly isBehind: boolean
  readonly error: Reading<Preview>['error']
}

/** A pause in typing long enough to ask the core again. */
const PAUSE_MS = 180

/** Holds the message being written. It stays while one is elsewhere, until it is sent or cleared. */
export function useCompose(): Compose {
  const { draft, change: changeKept, drop } = useKeptDraft(COMPOSE_DRAFT, EMPTY_COMPOSE)
  const { zone } = useMoment()
  const settled = useSettled(draft, PAUSE_MS)
  const input = previewInput(settled, zone)
  const reading = useRead('broadcasts.preview', input ?? NOTHING_ASKED, {
    isOff: input === undefined,
    keepsOlder: true,
  })
  const shown = input === undefined ? undefined : reading.value
  const change = useCallback(
    (part: Partial<ComposeDraft>) => changeKept((before) => ({ ...before, ...part })),
    [changeKept],
  )
  const changeAttachments = useCallback<Compose['changeAttachments']>(
    (next) => changeKept((before) => ({ ...before, attachments: next(before.attachments) })),
    [changeKept],
  )
  return {
    draft,
    change,
    changeAttachments,
    drop,
    preview: shown && onlyPerson(settled.audience) ? asOneToOne(shown) : shown,
    isBehind: settled !== draft || reading.isOlder,
    error: reading.error,
  }
}

/** Asked of nobody: stands for the question while there is none. */
const NOTHING_ASKED: InputOf<'broadcasts.preview'> = {
  purpose: 'care',
  emergencyReason: null,
  body: '',
  whenMs: null,
  audience: { kind: 'people', personIds: [] },
}

/** The value once it has not changed for a while. */
function useSettled<T>(value: T, pauseMs: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value, pauseMs])
  return settled
}
