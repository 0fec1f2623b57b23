import { z } from 'zod'
import { STOP_CHOICES } from '../../domain/stop-scope.ts'
import { NOTED_WAYS, STOP_SOURCES } from '../../domain/suppression.ts'
import { read, write } from '../method.ts'
import { bytes, e164, givenFile, id, instant, isoDay, nothing, purpose } from './common.ts'

/** How the office came to know of a stop. */
export const stopSource = z.enum(STOP_SOURCES)
/** What a stop ends. */
export const stopScope = z.enum(['everything', ...purpose.options])

const choices = z.object({
  /** What a bare STOP ends: everything, or the kind of text that it answers. */
  stopEnds: z.enum(STOP_CHOICES),
})

const settings = choices.extend({
  /** From this day the law lets no STOP end one kind only. */
  everythingFrom: isoDay,
  /** False once that day has come: then `one_purpose` counts as `everything`. */
  mayEndOnePurpose: z.boolean(),
  /** How many numbers said stop and stand by it. */
  stoppedNumbers: z.number(),
})

/** What a list of numbers that said stop holds. */
const listReport = z.object({
  /** The heading of the column that was taken for the numbers; null where the file has none. */
  column: z.string().nullable(),
  rows: z.number(),
  /** Numbers that are new to the list of those who said stop. */
  fresh: z.number(),
  known: z.number(),
  refusedCount: z.number(),
  /** The first 100 rows that hold no number. */
  refused: z.array(z.object({ row: z.number(), value: z.string(), code: z.string() })),
})

export const optOutMethods = {
  /** Notes that a person said stop by any other way than a text. Blocks at once all that waits for the number. */
  'people.optOut': write(
    z.strictObject({
      e164,
      how: z.enum(NOTED_WAYS),
      words: z.string().max(500),
      /** What should end; everything when left out. */
      scope: stopScope.optional(),
      /** The day on which it was said or came in, in the practice's zone; today when left out. */
      saidOn: isoDay.optional(),
      /** A picture or a PDF of the letter, the note or the mail. */
      evidence: givenFile.nullable().optional(),
    }),
    z.object({ blockedDeliveries: z.number() }),
  ),
  'optOuts.settings': read(nothing, settings),
  /** Fails with `one_purpose_over` for a choice that the law does not allow any more. */
  'optOuts.choose': write(choices.partial().strict(), settings),
  /** The picture that proves a stop: the first page. */
  'optOuts.evidence': read(
    z.strictObject({ id }),
    z.object({ bytes, mediaType: z.literal('image/jpeg'), widthPx: z.number(), heightPx: z.number() }),
  ),
  /** Reads a CSV file with numbers that said stop elsewhere, as a dry run: nothing is stored. */
  'optOuts.readList': read(givenFile, listReport),
  /** Stops every number of such a file. What is done stays done: the same file again adds nothing. */
  'optOuts.importList': write(givenFile, listReport.extend({ blockedDeliveries: z.number() })),
  /** All numbers that said stop, as a CSV file for another system. */
  'optOuts.exportList': write(nothing, z.object({ name: z.string(), text: z.string(), numbers: z.number() })),
  /** Takes a number from a person who does not have it any more. Its stops and its consent stay with the number. */
  'people.dropNumber': write(z.strictObject({ personId: id, e164 }), z.object({ numbersLeft: z.number() })),
} as const

/** A stop as the story of a person tells it, with what proves it and how fast it was honoured. */
export const toldStop = z.object({
  id,
  e164,
  source: stopSource,
  scope: stopScope,
  words: z.string().nullable(),
  staffName: z.string().nullable(),
  /** Whether there is a picture to look at. */
  hasPicture: z.boolean(),
  /** When it was said or came in. */
  atMs: instant,
  /** When it was written down: it has held since. */
  recordedAtMs: instant,
  /** The last day on which the law would have let it be honoured, in the practice's zone. */
  dueOn: isoDay,
  /** When START took it back. */
  liftedAtMs: instant.nullable(),
})
