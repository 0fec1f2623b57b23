import { z } from 'zod'
import { read, write } from '../method.ts'
import { e164, givenFile, id, instant, isoDay, nothing, refusal } from './common.ts'

/** Which column of the file holds what; `null` where the file has no such column. Values are 0-based column numbers. */
export const daySheetMapping = z.strictObject({
  date: z.number().int().nullable(),
  time: z.number().int().nullable(),
  name: z.number().int().nullable(),
  givenName: z.number().int().nullable(),
  familyName: z.number().int().nullable(),
  phone: z.number().int().nullable(),
  email: z.number().int().nullable(),
  provider: z.number().int().nullable(),
  visitType: z.number().int().nullable(),
  status: z.number().int().nullable(),
  reference: z.number().int().nullable(),
})

/** May this appointment's person be texted about it? `refusal` says why not. */
const verdict = z.object({ mayText: z.boolean(), refusal: refusal.nullable() })

export const daySheetPreview = z.object({
  importId: id,
  name: z.string(),
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  mapping: daySheetMapping,
  /** Order of day and month where the file leaves it open. */
  dateOrder: z.enum(['month_first', 'day_first']),
  rowCount: z.number(),
  /** Rows that will be taken in, and how many of these may be texted for care. */
  goodCount: z.number(),
  mayTextCount: z.number(),
  days: z.array(z.object({ isoDay, count: z.number() })),
  /** The first 200 rows that will be refused, each with its cause; `problemCount` is all of them. */
  problems: z.array(
    z.object({ row: z.number(), column: z.string().nullable(), code: z.string(), value: z.string().nullable() }),
  ),
  problemCount: z.number(),
  /** The first 100 good rows. */
  rows: z.array(
    z
      .object({
        row: z.number(),
        startsAtMs: instant,
        displayName: z.string(),
        e164: e164.nullable(),
        provider: z.string(),
        visitType: z.string(),
        isCancelled: z.boolean(),
        isKnown: z.boolean(),
      })
      .extend(verdict.shape),
  ),
})

export const appointmentRow = z
  .object({
    id,
    startsAtMs: instant,
    personId: id,
    displayName: z.string(),
    e164: e164.nullable(),
    provider: z.string(),
    visitType: z.string(),
    isCancelled: z.boolean(),
  })
  .extend(verdict.shape)

export const daySheetMethods = {
  /** Reads a CSV as a dry run: nothing is stored but the file's place in memory until `import` or `cancel`. */
  'daySheets.open': write(givenFile, daySheetPreview),
  /** The same dry run with other columns. The mapping is remembered for files with the same headings. */
  'daySheets.remap': write(
    z.strictObject({ importId: id, mapping: daySheetMapping, dateOrder: z.enum(['month_first', 'day_first']) }),
    daySheetPreview,
  ),
  /** Takes the good rows in, in resumable pieces, with `import.progress` events. Importing a sheet again changes nothing. */
  'daySheets.import': write(
    z.strictObject({ importId: id }),
    z.object({
      runId: id,
      added: z.number(),
      updated: z.number(),
      unchanged: z.number(),
      refused: z.number(),
      newPeople: z.number(),
      isCancelled: z.boolean(),
    }),
  ),
  /** Stops a running import or drops a dry run. What a stopped import had taken in is taken out again. */
  'daySheets.cancel': write(z.strictObject({ importId: id }), z.object({ isCancelled: z.boolean() })),
  'appointments.days': read(
    nothing,
    z.object({ days: z.array(z.object({ isoDay, count: z.number(), mayTextCount: z.number() })) }),
  ),
  'appointments.onDay': read(
    z.strictObject({ isoDay }),
    z.object({ isoDay, appointments: z.array(appointmentRow), mayTextCount: z.number() }),
  ),
} as const
