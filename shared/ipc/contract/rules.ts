import { z } from 'zod'
import { read, write } from '../method.ts'
import { instant, isoDay, nothing } from './common.ts'

const minute = z
  .number()
  .int()
  .min(0)
  .max(24 * 60)

/** A part of a day in minutes after midnight; it ends later than it begins. */
const daySpan = z
  .strictObject({ fromMinute: minute, toMinute: minute })
  .refine(({ fromMinute, toMinute }) => fromMinute < toMinute)

/** What an office says otherwise about the hours of one state. */
const stateChange = z.strictObject({
  weekdays: daySpan.nullable(),
  saturday: daySpan.nullable(),
  sunday: daySpan.nullable(),
  isClosedOnHolidays: z.boolean(),
})

/** All that an office says otherwise about when and how often it may text; what is left out stands as shipped. */
export const ruleChanges = z.strictObject({
  care: daySpan.optional(),
  offers: z.enum(['states', 'national']).optional(),
  states: z.record(z.string().regex(/^[A-Z]{2}$/), stateChange).optional(),
  mostADay: z.number().int().min(1).max(20).optional(),
  mostAWeek: z.number().int().min(1).max(100).optional(),
  quietDays: z.number().int().min(0).max(60).optional(),
  conversationHours: z.number().int().min(0).max(72).optional(),
  closures: z.array(isoDay).max(400).optional(),
})

/** Changes with the first day on which they count; they replace the ones before them. */
export const datedChanges = z.strictObject({ from: isoDay, changes: ruleChanges })

const officeRules = z.object({
  /** What the office says otherwise today. */
  changes: ruleChanges,
  /** Every change, oldest first, with who made it. Nothing is forgotten. */
  dated: z.array(datedChanges.extend({ staffName: z.string(), atMs: instant })),
  /** Texts a month that the office's forms promised not to exceed; null where they name no number. */
  promisedAMonth: z.object({ care: z.number().nullable(), marketing: z.number().nullable() }),
})

export const ruleMethods = {
  /** The hours and the caps of the office. The shipped tables are in `shared/rules/`. */
  'rules.get': read(nothing, officeRules),
  /** Says otherwise from a day on, today at the earliest; no changes at all bring the shipped rules back. */
  'rules.change': write(datedChanges, officeRules),
} as const
