import { useCallback, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { useKeptDraft } from '../../app/kept-draft.ts'
import { useErrorText } from '../../i18n/error-text.tsx'
import { acceptInput, EMPTY_CHECK, fieldOfError, openParts, versionOf } from './check-draft.ts'
import type { CheckDraft, FormVersion, KnownUnder, OpenPart } from './check-draft.ts'
import type { CheckPart } from './check-fields.tsx'
import { takeReading } from './taken-reading.ts'
import type { Reading, ReadSheet } from './taken-reading.ts'

/** How a sheet was saved: what was decided, and what the core says became of it. */
export interface SavedSheet {
  readonly draft: CheckDraft
  readonly accepted: OutputOf<'forms.accept'>
}

/** The checking of one sheet: its draft, what is open, and the way to save it. */
export interface FormCheck extends CheckPart {
  readonly versions: readonly FormVersion[]
  readonly version: FormVersion | undefined
  readonly known: KnownUnder | undefined
  readonly open: readonly OpenPart[]
  /** How far the machine is with the sheet; undefined until the core has answered. */
  readonly reading: Reading | undefined
  /** The sheet as it was read, where it is the one that the draft was taken from. */
  readonly sheet: ReadSheet | undefined
  /** Everything is decided and the sheet is signed. */
  readonly isReady: boolean
  readonly isSaving: boolean
  /** The sentence of an error that belongs to no field. */
  readonly trouble: ReactNode
  readonly save: () => Promise<SavedSheet | undefined>
  readonly drop: () => void
}

/** Nobody checks one sheet for longer; a window left open overnight is no measure. */
const LONGEST_OPEN_MS = 60 * 60_000

/** Holds the checking of one sheet. What was typed stays until it is saved or set aside, also while one is elsewhere. */
export function useFormCheck(formId: string): FormCheck {
  const { draft, change: changeKept, drop } = useKeptDraft(`form/${formId}`, EMPTY_CHECK)
  const versions = useRead('forms.versions', {}).value?.versions
  const reading = useRead('forms.reading', { id: formId }).value
  const known = useRead('people.byPhone', { phone: draft.phone.slice(0, 40) }, { isOff: draft.phone === '' }).value
  const accept = useWrite('forms.accept')
  const [openedAtMs] = useState(() => Date.now())
  const errorAt = useErrorAt(accept.error)
  const version = versionOf(draft, versions ?? [])
  const input = acceptInput(formId, draft, version, known)
  const { forget } = accept
  const change = useCallback(
    (part: Partial<CheckDraft>) => {
      changeKept((before) => ({ ...before, ...part }))
      forget()
    },
    [changeKept, forget],
  )
  useEffect(() => {
    if (reading?.state !== 'read' || !versions) return
    // Whoever began to type before it was read goes on typing.
    changeKept((before) => (before === EMPTY_CHECK ? takeReading(before, reading, versions) : before))
  }, [reading, versions, changeKept])
  const save = async () => {
    if (!input || accept.isRunning) return undefined
    const openMs = Math.min(LONGEST_OPEN_MS, Math.max(0, Date.now() - openedAtMs))
    const saved = await accept.run({ ...input, openMs })
    if (!saved.ok) return undefined
    drop()
    return { draft, accepted: saved.value }
  }
  const isTaken = reading?.state === 'read' && reading.readingId === draft.taken?.readingId
  return {
    draft,
    change,
    versions: versions ?? [],
    version,
    known,
    reading,
    sheet: isTaken ? reading : undefined,
    save,
    drop,
    errorAt,
    open: openParts(draft, known),
    isReady: input !== undefined,
    isSaving: accept.isRunning,
    trouble: errorAt(undefined),
  }
}

function useErrorAt(error: { readonly code: string } | undefined) {
  const errorText = useErrorText()
  return (field: ReturnType<typeof fieldOfError>) =>
    error && fieldOfError(error.code) === field ? errorText(error) : undefined
}
