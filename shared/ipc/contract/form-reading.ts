import { z } from 'zod'
import { PURPOSES } from '../../domain/consent.ts'
import type { UnreadCause } from '../../domain/form-reading.ts'
import { e164, id, instant } from './common.ts'

const confidence = z.number().min(0).max(1)
const guess = z.object({ text: z.string().max(8), confidence })
const cell = guess.extend({ alternatives: z.array(guess).max(12).readonly() })
const field = z.object({ text: z.string().max(254), confidence, cells: z.array(cell).max(80).readonly() })
const boxDoubt = z.enum(['faint', 'struck_out', 'scribbled', 'beside_the_box', 'two_boxes', 'covered'])
const box = z.object({ mark: z.enum(['empty', 'ticked', 'unclear']), confidence, doubt: boxDoubt.nullable() })
const combName = z.enum(['first_name', 'last_name', 'mobile', 'email', 'signed_on'])

/** What the machine read on one sheet, as it is kept and as the window is told. */
export const sheetReading = z.object({
  formCode: z.string(),
  serial: z.string(),
  fields: z.partialRecord(combName, field),
  boxes: z.partialRecord(z.enum(PURPOSES), box),
  signature: z.object({ isPresent: z.boolean(), confidence }),
  model: z.string(),
  tookMs: z.number(),
})

const corner = z.enum(['top_left', 'top_right', 'bottom_right', 'bottom_left'])

/** Why a sheet was not read. `reader_failed`: the file broke the reader, or took too long. */
export const unreadCause = z.discriminatedUnion('code', [
  z.object({
    code: z.enum(['no_marks', 'two_sheets', 'mirrored', 'too_small', 'too_blurred', 'code_unreadable']),
  }),
  z.object({ code: z.literal('corner_missing'), corners: z.array(corner).readonly() }),
  z.object({ code: z.enum(['unknown_version', 'newer_version']), formCode: z.string() }),
  z.object({ code: z.literal('reader_failed') }),
])

/** Why a sheet was not read, with the one cause that only the program itself knows. */
export type KeptCause = UnreadCause | { readonly code: 'reader_failed' }

/** Where something stands on the printed sheet. */
export const rectMm = z.object({ xMm: z.number(), yMm: z.number(), widthMm: z.number(), heightMm: z.number() })

/** Of the layout what a person must be shown beside each field. */
export const sheetPlaces = z.object({
  /** A row of cells in print order; `groups` are the lengths of its parts. */
  combs: z.partialRecord(
    combName,
    z.object({ groups: z.array(z.number()).readonly(), cells: z.array(rectMm).readonly() }),
  ),
  boxes: z.partialRecord(z.enum(PURPOSES), rectMm),
  endings: z.array(rectMm.extend({ ending: z.string() })).readonly(),
  signature: rectMm,
  /** The order in which day, month and year are written: `MMDDYYYY`. */
  dateOrder: z.string(),
})

/** The straightened page: its size in pixels, and how many of them are a millimetre of the paper. */
export const straightPage = z.object({ widthPx: z.number(), heightPx: z.number(), pxPerMm: z.number() })

/** Another sheet with the same serial number. */
export const twinForm = z.object({
  id,
  name: z.string(),
  state: z.enum(['to_check', 'accepted', 'set_aside']),
  addedAtMs: instant,
  personName: z.string().nullable(),
})

/** How far the machine is with a sheet: in line, read, or not readable with the cause. `none`: it is not to be read. */
export const readingState = z.enum(['none', 'waiting', 'read', 'unread'])

/** The reading of one sheet. Whatever it says, nobody agreed to anything by it. */
export const formReading = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['none', 'waiting']) }),
  z.object({ state: z.literal('unread'), readingId: id, cause: unreadCause }),
  z.object({
    state: z.literal('read'),
    readingId: id,
    formVersionId: id.nullable(),
    reading: sheetReading,
    page: straightPage,
    places: sheetPlaces,
    twins: z.array(twinForm),
  }),
])

/** Something that is wrong or odd with what stands in a field, or null. */
const problem = z.looseObject({ code: z.string() }).nullable()

/** What can be said of a number, an address and a date before anything is saved. */
export const typedCheck = z.object({
  phone: problem,
  e164: e164.nullable(),
  email: problem,
  /** The address is well formed; the ending is not one that is often seen. `meant` is the common one that is nearest. */
  emailDoubt: z.object({ ending: z.string(), meant: z.string().nullable() }).nullable(),
  date: problem,
})
