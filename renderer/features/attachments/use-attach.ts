import { useState } from 'react'
import { useWrite } from '../../api/queries.ts'
import type { GivenFile } from '../../design/file-button.tsx'
import type { ErrorFacts } from '../../i18n/error-text.tsx'
import { attach } from './attachment.ts'
import type { Attachment } from './attachment.ts'

/** A file that was not taken, and why. */
export interface RefusedFile {
  readonly name: string
  readonly error: ErrorFacts
}

/** What attaching offers to the page on which it happens. */
export interface Attaching {
  readonly addFiles: (files: readonly GivenFile[]) => Promise<void>
  readonly isAdding: boolean
  readonly refused: readonly RefusedFile[]
  readonly putAway: () => void
}

/** As many files as the core takes at once. */
const MOST_AT_ONCE = 10

/** Attaches files to what is being written; each that cannot go is named with its cause until it is put away. */
export function useAttach(
  attachments: readonly Attachment[],
  change: (next: (before: readonly Attachment[]) => readonly Attachment[]) => void,
): Attaching {
  const add = useWrite('media.add')
  const [refused, setRefused] = useState<readonly RefusedFile[]>([])
  const addFiles = async (files: readonly GivenFile[]) => {
    setRefused([])
    const given = files.slice(0, MOST_AT_ONCE)
    const answer = await add.run({ files: given, beside: attachments.map(({ id }) => id) })
    if (!answer.ok) {
      const { error } = answer
      setRefused(given.map(({ name }) => ({ name, error })))
      return
    }
    change((before) => attach(before, answer.value.added))
    setRefused([...answer.value.refused, ...files.slice(MOST_AT_ONCE).map(tooMany)])
  }
  return { addFiles, isAdding: add.isRunning, refused, putAway: () => setRefused([]) }
}

function tooMany({ name }: GivenFile, place: number): RefusedFile {
  return { name, error: { code: 'media_too_many', count: MOST_AT_ONCE + place + 1, limit: MOST_AT_ONCE } }
}
