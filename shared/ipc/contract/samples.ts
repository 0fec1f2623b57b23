import { z } from 'zod'
import { read } from '../method.ts'
import { bytes, nothing } from './common.ts'

const sampleFile = z.object({ name: z.string(), bytes })

/** Files to practise with, as if they came from the scanner and from the scheduling program. Only on the practice desk. */
export const sampleMethods = {
  /** Filled paper forms of made-up people: photos, scans and a PDF of two sheets. */
  'samples.forms': read(nothing, z.object({ files: z.array(sampleFile) })),
  /** A day sheet whose appointments are tomorrow, in the practice's zone. */
  'samples.daySheet': read(nothing, sampleFile),
} as const
