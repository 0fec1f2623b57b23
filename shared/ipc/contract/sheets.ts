import { z } from 'zod'
import { SHEET_POINTS } from '../../domain/form-points.ts'
import { read, write } from '../method.ts'
import { bytes, language, nothing, purpose } from './common.ts'

const links = z.strictObject({ privacyAddress: z.string().max(160), termsAddress: z.string().max(160) })

/** What an office says of itself on its sheets. Nothing is refused for being empty: the checklist says what is missing. */
export const formOffice = z.strictObject({
  legalName: z.string().max(160),
  address: z.string().max(200),
  phone: z.string().max(40),
  links: z.strictObject({ en: links, es: links }),
  purposes: z
    .array(
      z.strictObject({ purpose, /** Null: how often varies. */ aMonth: z.number().int().min(1).max(99).nullable() }),
    )
    .max(3)
    .refine((purposes) => new Set(purposes.map((one) => one.purpose)).size === purposes.length)
    .readonly(),
})

const paper = z.enum(['letter', 'a4'])
const choice = z.strictObject({ language, paper, size: z.enum(['regular', 'large']) })
const count = z.number().int().min(1).max(200)

/** A point of the checklist, or one of the two things that only paper asks for. */
export const sheetPoint = z.enum(SHEET_POINTS)

const printed = z.object({
  /** What the sheets bear, for example `EN-2`, and their first and last serial number. */
  code: z.string(),
  first: z.string(),
  last: z.string(),
  /** A name for the file. */
  name: z.string(),
  bytes,
})

export const sheetMethods = {
  'sheets.office': read(nothing, z.object({ office: formOffice })),
  /** What a sheet would be if it were printed now: its code, and the points that keep it from being printed. */
  'sheets.check': read(
    z.strictObject({ office: formOffice, choice }),
    z.object({
      code: z.string(),
      /** True where these words were never printed: printing them begins a new edition. */
      isNewEdition: z.boolean(),
      missing: z.array(sheetPoint),
      /** The characters that the printed type does not have. */
      unprintable: z.string(),
    }),
  ),
  /** The sheet as a picture, with a serial number that no sheet has. */
  'sheets.picture': read(
    z.strictObject({ office: formOffice, choice }),
    z.object({
      /** What the sheet in the picture bears. */
      code: z.string(),
      bytes,
      mediaType: z.literal('image/jpeg'),
      widthPx: z.number(),
      heightPx: z.number(),
    }),
  ),
  /** Keeps what the office says, its edition for good, and the serial numbers; answers the PDF. */
  'sheets.print': write(z.strictObject({ office: formOffice, choice, count }), printed),
  /** Sheets with which the office teaches the reader its own hands. */
  'sheets.printAlphabet': write(z.strictObject({ language, paper, count }), printed),
} as const
