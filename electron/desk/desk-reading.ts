import { join } from 'node:path'
import type { BlobStore } from '../blobs/blob-store.ts'
import type { Store } from '../db/open.ts'
import { startPileReading } from '../services/read-pile.ts'
import type { PileReading } from '../services/read-pile.ts'
import { deskAlarm } from './desk-alarm.ts'
import type { CoreParts } from './core-parts.ts'

/** The model of characters lies beside the sample practice, in a checkout as in an installed Optdesk. */
export function characterModelBeside(sampleDir: string): string {
  return join(sampleDir, '..', 'models', 'characters-1.onnx')
}

/** Starts what reads the sheets of an open desk. The first page of the window goes before it. */
export function startDeskReading(
  parts: CoreParts,
  desk: { readonly store: Store; readonly blobs: BlobStore; readonly closing: AbortSignal },
): PileReading {
  const { workshop, clock, newId, emit, untilShown, reportTrouble, sampleDir } = parts
  return startPileReading({
    ...desk,
    workshop,
    clock,
    newId,
    modelPath: characterModelBeside(sampleDir),
    emit,
    setAlarm: deskAlarm(parts),
    onTrouble: reportTrouble,
    ...(untilShown && { mayBegin: untilShown }),
  })
}
