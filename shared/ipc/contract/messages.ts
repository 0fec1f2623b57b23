import { z } from 'zod'
import { MERGE_FIELDS } from '../../domain/merge-fields.ts'
import { DELIVERY_HOLDS } from '../../domain/why-codes.ts'
import { read, write } from '../method.ts'
import { appError, deliveryState, e164, id, instant, isoDay, language, nothing, refusal } from './common.ts'
import { mediaIds, mediaItem } from './media.ts'

/** Messages about care or offers; emergencies go to whoever did not say stop, and ask for a reason that is kept. */
export const messagePurpose = z.enum(['care', 'marketing', 'emergency'])

/** Who a message is for. */
export const audience = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('appointments'),
    isoDay,
    /** Only these appointments; all of the day when null. */
    appointmentIds: z.array(id).max(5000).nullable(),
  }),
  z.strictObject({ kind: z.literal('people'), personIds: z.array(id).max(5000) }),
  /** Everyone who agreed to what the message is for; for an emergency everyone who did not say stop. */
  z.strictObject({ kind: z.literal('everyone'), language: language.nullable() }),
])

/** What a message would be: the draft that preview and schedule share. */
export const draft = z.strictObject({
  audience,
  purpose: messagePurpose,
  emergencyReason: z.string().max(300).nullable(),
  /** May be empty where something is attached. */
  body: z.string().max(4000),
  mediaIds,
  /** The language of these words, in which days, times and the opt-out line are written too; the practice's when left out. */
  language: language.optional(),
  /** Not before this instant; null for now. The recipient's texting hours may move it later. */
  whenMs: instant.nullable(),
  /** So many days before each recipient's appointment, at a minute of the practice's day; `whenMs` still holds. */
  before: z
    .strictObject({
      daysBefore: z.number().int().min(0).max(60),
      atMinute: z
        .number()
        .int()
        .min(0)
        .max(24 * 60 - 1),
    })
    .nullable()
    .optional(),
  /** Spread over days, so many on each; null for all at once. */
  perDay: z.number().int().min(1).max(100_000).nullable().optional(),
  /** Worth nothing after this instant; a day after it may leave when left out. */
  notAfterMs: instant.nullable().optional(),
  /** How many go first and are watched; by the size of the broadcast when left out. */
  canary: z.number().int().min(0).max(500).optional(),
  /** Why it goes over the office's own frequency caps. Kept with the name of who said so; laws and promises still hold. */
  overCapReason: z.string().max(300).nullable().optional(),
})

/** The people that wait for the same reason: a rule, a full day of the drip, or a cap. */
const moved = z.object({
  rule: z.string(),
  count: z.number(),
  /** When the first of them may leave, and on whose clock. */
  untilMs: instant,
  zone: z.string(),
})

export const leftOut = z
  .object({ personId: id.nullable(), displayName: z.string(), e164: e164.nullable() })
  .extend(refusal.shape)

export const preview = z.object({
  recipientCount: z.number(),
  /** The first 200 recipients with what each would get, when, and in how many segments. */
  recipients: z.array(
    z.object({
      personId: id,
      displayName: z.string(),
      e164,
      body: z.string(),
      segments: z.number(),
      encoding: z.enum(['GSM-7', 'UCS-2']),
      notBeforeMs: instant,
    }),
  ),
  /** The first 200 of those left out; all of them are counted by their reasons. */
  leftOut: z.array(leftOut),
  leftOutCount: z.number(),
  leftOutGroups: z.array(refusal.extend({ count: z.number() })),
  /** Fields of the message without a value, and for how many who might get it otherwise: these are among `leftOut`. */
  emptyFields: z.array(z.object({ fields: z.array(z.enum(MERGE_FIELDS)), count: z.number() })),
  segmentsTotal: z.number(),
  segmentsMax: z.number(),
  encoding: z.enum(['GSM-7', 'UCS-2']),
  /** Characters that make the message UCS-2. */
  outsiders: z.array(z.string()),
  /** Millionths of a US dollar, by the price table of `asOf`. */
  costMicros: z.number(),
  costAsOf: isoDay,
  firstAtMs: instant.nullable(),
  /** When the last one would leave at the line's pace. */
  lastAtMs: instant.nullable(),
  /** The rule that moved the start, when it did. */
  movedBy: refusal.nullable(),
  /** Who waits, by reason, most first. */
  moves: z.array(moved),
  /** Over how many days a drip goes; 0 without one. */
  dayCount: z.number(),
  canarySize: z.number(),
  /** How many a frequency cap of the office's own concerns: left out, put off, or let go by a person's reason. */
  overCapCount: z.number(),
  advice: z.array(z.object({ code: z.string(), found: z.string() })),
  /** What must be mended before this can be sent. */
  problems: z.array(appError),
})

export const broadcastState = z.enum(['planning', 'waiting', 'sending', 'paused', 'done', 'cancelled'])

/** How the first few of a broadcast stand. `tripped`: they went badly, and the rest is held. */
export const canaryState = z.enum(['none', 'sending', 'watching', 'passed', 'tripped'])

export const broadcastRow = z.object({
  id,
  title: z.string(),
  body: z.string(),
  purpose: messagePurpose,
  state: broadcastState,
  createdAtMs: instant,
  startsAtMs: instant,
  staffName: z.string(),
  leftOutCount: z.number(),
  counts: z.partialRecord(deliveryState, z.number()),
  total: z.number(),
  /** The lower goes first; broadcasts of one rank take turns. */
  rank: z.number(),
  /** At most so many a day. */
  perDay: z.number().nullable(),
  /** The first few go ahead and are watched; the rest follows when they passed, or when a person lets it go on. */
  canary: z
    .object({
      size: z.number(),
      state: canaryState,
      untilMs: instant.nullable(),
    })
    .nullable(),
  /** Why Optdesk held it back; null where a person did, or nobody. */
  pauseWhy: z.looseObject({ code: z.string() }).nullable(),
  /** When its last message leaves if nothing comes in between; null while nothing of it can leave. */
  estimatedEndMs: instant.nullable(),
  /** What all of it costs by the price table, and what has left already, in millionths of a US dollar. */
  costMicros: z.number(),
  spentMicros: z.number(),
})

/** What some messages cost together, in millionths of a currency, as far as the provider told their prices. */
export const costSum = z.object({ currency: z.string(), micros: z.number(), messages: z.number() })

/** Why a delivery stands where it stands: a code of the window's wording, and facts. */
export const why = z.looseObject({ code: z.string() }).nullable()

export const deliveryRow = z.object({
  id,
  personId: id.nullable(),
  displayName: z.string(),
  e164,
  body: z.string(),
  segments: z.number(),
  state: deliveryState,
  stateAtMs: instant,
  notBeforeMs: instant,
  expiresAtMs: instant,
  broadcastId: id.nullable(),
  why,
  heldBy: z.enum(DELIVERY_HOLDS).nullable(),
})

/** A key made by the window once per press, so that a double press cannot make two messages. */
const onceKey = z.string().min(16).max(64)

export const messageMethods = {
  'broadcasts.preview': read(draft, preview),
  /** Freezes the audience with the reasons of those left out, renders, and places each delivery at its lawful instant. */
  'broadcasts.schedule': write(
    draft.extend({ title: z.string().max(120), onceKey }),
    z.object({ broadcastId: id, deliveries: z.number(), leftOut: z.number(), firstAtMs: instant }),
  ),
  'broadcasts.list': read(nothing, z.object({ broadcasts: z.array(broadcastRow) })),
  'broadcasts.get': read(
    z.strictObject({ id }),
    broadcastRow.extend({
      media: z.array(mediaItem),
      /** The first 200 of those left out; all of them are counted by their reasons. */
      leftOut: z.array(leftOut),
      leftOutGroups: z.array(refusal.extend({ count: z.number() })),
      /** What it cost so far; one entry for each currency. */
      costs: z.array(costSum),
    }),
  ),
  /** Each person's copy, in the order of their numbers. `after` of one page asks for the next. */
  'broadcasts.copies': read(
    z.strictObject({ id, after: z.string().max(20).nullable(), limit: z.number().int().min(1).max(200) }),
    z.object({ deliveries: z.array(deliveryRow), after: z.string().nullable() }),
  ),
  'broadcasts.pause': write(z.strictObject({ id }), broadcastRow),
  'broadcasts.resume': write(z.strictObject({ id }), broadcastRow),
  /** Cancels all that has not left. */
  'broadcasts.cancel': write(z.strictObject({ id }), broadcastRow),
  /** Moves a broadcast right before or right after another one in the order of sending. */
  'broadcasts.reorder': write(
    z.strictObject({ id, otherId: id, place: z.enum(['before', 'after']) }),
    z.object({ broadcasts: z.array(broadcastRow) }),
  ),
  /** One to one. */
  'messages.send': write(
    z.strictObject({
      e164,
      personId: id.nullable(),
      purpose: messagePurpose,
      emergencyReason: z.string().max(300).nullable(),
      body: z.string().max(4000),
      mediaIds,
      whenMs: instant.nullable(),
      /** As in `draft`. */
      notAfterMs: instant.nullable().optional(),
      overCapReason: z.string().max(300).nullable().optional(),
      /** The writer saw that a frequency cap puts it off to another day; else that is asked about (`too_often`). */
      mayWait: z.boolean().optional(),
      onceKey,
    }),
    z.object({ deliveryId: id, notBeforeMs: instant }),
  ),
} as const
