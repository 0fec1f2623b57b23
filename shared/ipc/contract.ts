import type { z } from 'zod'
import { accountMethods } from './contract/account.ts'
import { daySheetMethods } from './contract/day-sheets.ts'
import { formMethods } from './contract/forms.ts'
import { mediaMethods } from './contract/media.ts'
import { groupMethods } from './contract/groups.ts'
import { messageMethods } from './contract/messages.ts'
import { optOutMethods } from './contract/opt-outs.ts'
import { peopleMethods } from './contract/people.ts'
import { queueMethods } from './contract/queue.ts'
import { receiverMethods } from './contract/receiver.ts'
import { ruleMethods } from './contract/rules.ts'
import { sampleMethods } from './contract/samples.ts'
import { sheetMethods } from './contract/sheets.ts'
import { scanFolderMethods } from './contract/scan-folder.ts'
import { setupMethods } from './contract/setup.ts'
import { threadMethods } from './contract/threads.ts'
import type { AppError } from './errors.ts'

/**
 * The one list of what the window, a script or a test may ask of the core, by area.
 * Input is parsed at the border; output types follow from the schemas; an outcome is always an {@link Envelope}.
 */
export const contract = {
  ...setupMethods,
  ...accountMethods,
  ...formMethods,
  ...sheetMethods,
  ...scanFolderMethods,
  ...peopleMethods,
  ...optOutMethods,
  ...daySheetMethods,
  ...messageMethods,
  ...threadMethods,
  ...mediaMethods,
  ...groupMethods,
  ...queueMethods,
  ...receiverMethods,
  ...ruleMethods,
  ...sampleMethods,
} as const

export type MethodName = keyof typeof contract
export type InputOf<M extends MethodName> = z.input<(typeof contract)[M]['input']>
/** The input after parsing, as a handler receives it. */
export type ParsedInputOf<M extends MethodName> = z.output<(typeof contract)[M]['input']>
export type OutputOf<M extends MethodName> = z.output<(typeof contract)[M]['output']>

/** How every call ends, across every border. */
export type Envelope<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError }

/** The areas whose data can change; the window refreshes what it shows of an area. */
export const AREAS = ['setup', 'practice', 'forms', 'people', 'appointments', 'messages', 'queue', 'carrier'] as const
export type Area = (typeof AREAS)[number]

/** What the core tells without being asked. */
export interface CoreEvents {
  readonly changed: { readonly areas: readonly Area[] }
  readonly 'queue.status': OutputOf<'queue.status'>
  readonly 'import.progress': { readonly importId: string; readonly done: number; readonly total: number }
}
export type CoreEventName = keyof CoreEvents
export type CoreEvent = {
  readonly [N in CoreEventName]: { readonly name: N; readonly value: CoreEvents[N] }
}[CoreEventName]
