import { z } from 'zod'
import { read, write } from '../method.ts'
import { appError, instant, nothing } from './common.ts'

/** The folder into which the office's scanner writes, as it is set and as it stands. */
export const scanFolderState = z.object({
  /** Null where none is watched. */
  folder: z.string().nullable(),
  stand: z.enum(['off', 'watching', 'missing', 'not_readable']),
  /** Since the desk was opened. */
  taken: z.number(),
  lastTakenAtMs: instant.nullable(),
  /** Files that were left where they are, and why; the newest first. */
  refused: z.array(z.object({ name: z.string(), error: appError })),
})

export const scanFolderMethods = {
  'scanFolder.get': read(nothing, scanFolderState),
  /** Watches another folder, or none. What lies there already is left alone; what comes from now on is taken in. */
  'scanFolder.save': write(z.strictObject({ folder: z.string().max(1000).nullable() }), scanFolderState),
  /** Lets a person choose a folder in the system's own window. Null when none was chosen, or where there is no window. */
  'scanFolder.choose': write(nothing, z.object({ folder: z.string().nullable() })),
} as const
