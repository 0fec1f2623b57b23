import { useCallback, useEffect, useState } from 'react'
import type { CoreEvents, OutputOf } from '../../../shared/ipc/contract.ts'
import type { AppError } from '../../../shared/ipc/errors.ts'
import { useWrite } from '../../api/queries.ts'
import { useKeptDraft } from '../../app/kept-draft.ts'
import type { SheetMapping, SheetPreview } from './sheet-mapping.ts'

/** A day sheet on its way in: what it would do, and how far its import is. */
export interface Sheet {
  readonly preview: SheetPreview | null
  readonly openError: AppError | undefined
  readonly error: AppError | undefined
  readonly isBusy: boolean
  /** While rows are taken in: how many of how many. */
  readonly progress: CoreEvents['import.progress'] | null
  readonly open: (file: { name: string; bytes: Uint8Array<ArrayBuffer> }) => Promise<void>
  readonly remap: (mapping: SheetMapping, dateOrder: SheetPreview['dateOrder']) => void
  /** Takes the good rows in; answers what was done, or undefined when it failed. */
  readonly takeIn: () => Promise<OutputOf<'daySheets.import'> | undefined>
  /** Stops a running import, or drops the dry run. */
  readonly stop: () => void
  readonly close: () => void
}

interface OpenSheet {
  readonly preview: SheetPreview | null
}

const NO_SHEET: OpenSheet = { preview: null }

/** Holds the day sheet that is being looked at. The dry run stays while one is elsewhere, until it is taken in or dropped. */
export function useSheet(): Sheet {
  const { draft, change, drop } = useKeptDraft('day-sheet', NO_SHEET)
  const opening = useWrite('daySheets.open')
  const mapping = useWrite('daySheets.remap')
  const importing = useWrite('daySheets.import')
  const stopping = useWrite('daySheets.cancel')
  const importId = draft.preview?.importId
  const progress = useProgress(importing.isRunning ? importId : undefined)
  const show = useCallback((preview: SheetPreview) => change(() => ({ preview })), [change])
  return {
    preview: draft.preview,
    openError: opening.error,
    error: mapping.error ?? importing.error ?? stopping.error,
    isBusy: opening.isRunning || mapping.isRunning || importing.isRunning,
    progress,
    open: async (file) => {
      if (importId !== undefined) void stopping.run({ importId })
      const opened = await opening.run(file)
      if (opened.ok) show(opened.value)
    },
    remap: (columns, dateOrder) => {
      if (importId === undefined) return
      void mapping.run({ importId, mapping: columns, dateOrder }).then((seen) => {
        if (seen.ok) show(seen.value)
      })
    },
    takeIn: async () => {
      if (importId === undefined) return undefined
      const done = await importing.run({ importId })
      return done.ok ? done.value : undefined
    },
    stop: () => {
      if (importId === undefined) return
      void stopping.run({ importId })
      if (!importing.isRunning) drop()
    },
    close: drop,
  }
}

/** How far an import is, as the core tells it; null before the first word. */
function useProgress(importId: string | undefined): CoreEvents['import.progress'] | null {
  const [progress, setProgress] = useState<CoreEvents['import.progress'] | null>(null)
  useEffect(() => {
    setProgress(null)
    if (importId === undefined) return undefined
    return window.optdesk.on('import.progress', (value) => {
      if (value.importId === importId) setProgress(value)
    })
  }, [importId])
  return progress
}
