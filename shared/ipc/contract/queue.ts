import { z } from 'zod'
import { read, write } from '../method.ts'
import { deliveryState, e164, id, instant, isoDay, nothing } from './common.ts'
import { shownPicture } from './media.ts'
import { deliveryRow, why } from './messages.ts'

/** How one sending number stands. */
const lineStatus = z.object({
  id,
  e164,
  name: z.string(),
  kind: z.enum(['10dlc', 'toll_free', 'short_code']),
  /** Segments of SMS, and MMS, a minute; `share` of it is used after the provider said "too fast". */
  ratePerMin: z.number(),
  mmsRatePerMin: z.number(),
  share: z.number(),
  /** Segments that left in the networks' day, and how many may; null where nothing bounds it. */
  usedToday: z.number(),
  dailyCap: z.number().nullable(),
  /** Until when the day is used up for broadcasts or for all; null while it is not. */
  cappedUntilMs: instant.nullable(),
  ready: z.number(),
  later: z.number(),
})

/** What keeps messages from leaving now, or slows them. `clock`: this computer's date cannot be right. */
export const lineHold = z.enum([
  'clock',
  'paused',
  'line_paused',
  'offline',
  'inbound_old',
  'no_inbound_source',
  'day_cap',
  'throttled',
])

/** With one of these nothing leaves at all. */
export const STOPPING_HOLDS: ReadonlySet<z.infer<typeof lineHold>> = new Set([
  'clock',
  'paused',
  'line_paused',
  'offline',
  'inbound_old',
])

/** What needs a person now. `clock`: this computer's date is in question. `broadcast_held`: its first few went badly. */
export const needKind = z.enum([
  'clock',
  'maybe_stop',
  'broadcast_held',
  'in_doubt',
  'line_paused',
  'wrong_number',
  'replies',
  'forms',
  'failed',
  'no_day_sheet',
])

/** The truth about the line, as the foot bar tells it. */
export const queueStatus = z.object({
  carrier: z.enum(['practice', 'vonage', 'none']),
  /** Nothing can leave without an account, without a number, or while nobody switched real phones on. */
  connection: z.enum(['starting', 'online', 'offline', 'not_set_up', 'no_number', 'switched_off']),
  /** Since when the connection stands as it does. */
  sinceMs: instant,
  /** When inbound was last caught up: nothing leaves while this is old. */
  inboundFreshAtMs: instant.nullable(),
  isPausedByPerson: z.boolean(),
  /** How texts come in; with `none` a STOP is not seen, and the window says so. */
  inboundSource: z.enum(['reports', 'webhook', 'none']),
  /** All that is true, the weightiest first. `day_cap`: a line has used up its day. */
  holds: z.array(lineHold),
  /** The latest that the clock ever showed, and what it shows; null while it may be right. */
  clockQuestion: z.object({ seenMs: instant, showsMs: instant }).nullable(),
  /** The account or line is refused by the provider: everything waits until a person mends it. */
  linePause: why,
  /** May leave now. */
  ready: z.number(),
  /** Wait for their hour. */
  later: z.number(),
  sending: z.number(),
  inDoubt: z.number(),
  needsPerson: z.number(),
  failed: z.number(),
  /** The next instant at which something waiting may leave. */
  nextAtMs: instant.nullable(),
  estimatedEndMs: instant.nullable(),
  /** What all that may leave now will cost, in millionths of a US dollar by the price table. */
  estimatedCostMicros: z.number(),
  /** Every sending number, the oldest first. */
  lines: z.array(lineStatus),
})

export const attemptRow = z.object({
  n: z.number(),
  clientRef: z.string(),
  startedAtMs: instant,
  finishedAtMs: instant.nullable(),
  outcome: z.string().nullable(),
  httpStatus: z.number().nullable(),
  code: z.string().nullable(),
})

const carrierSettings = z.object({
  /** The carrier's port is really closed while false: connections are refused. */
  isPortOpen: z.boolean(),
  /** Milliseconds until it answers a request. */
  answerDelayMs: z.number().int().min(0).max(60_000),
  /** Milliseconds until a delivery receipt. */
  receiptDelayMs: z.number().int().min(0).max(600_000),
  /** Answers 429 to every request while true. */
  isThrottling: z.boolean(),
  /** Share of messages that fail for good, 0 to 100. */
  failPercent: z.number().int().min(0).max(100),
  /** Accepts and then cuts the connection before answering, so that the outcome is unknown. */
  isCuttingAnswers: z.boolean(),
  /** People answer by themselves now and then. */
  isAnswering: z.boolean(),
})

export const queueMethods = {
  'queue.status': read(nothing, queueStatus),
  'queue.list': read(
    z.strictObject({ states: z.array(deliveryState).max(15), limit: z.number().int().min(1).max(200) }),
    z.object({ deliveries: z.array(deliveryRow), total: z.number() }),
  ),
  /** Holds everything back, or lets it go on. */
  'queue.pause': write(z.strictObject({ isPaused: z.boolean() }), queueStatus),
  /** Lifts the provider's refusal after a person mended its cause. */
  'queue.resumeLine': write(nothing, queueStatus),
  /** Says that this computer's date is right, after the queue asked. */
  'queue.trustClock': write(nothing, queueStatus),
  'deliveries.get': read(
    z.strictObject({ id }),
    deliveryRow.extend({
      attempts: z.array(attemptRow),
      events: z.array(z.object({ status: z.string(), atMs: instant })),
      /** The searches of the provider's book for it, first to last. */
      lookUps: z.array(z.object({ atMs: instant, isFound: z.boolean() })),
      staffName: z.string().nullable(),
    }),
  ),
  'deliveries.cancel': write(z.strictObject({ id }), deliveryRow),
  /** A person's word on a delivery whose outcome stays unknown. "send_again" may make a double and is recorded by name. */
  'deliveries.settle': write(z.strictObject({ id, decision: z.enum(['arrived', 'leave', 'send_again']) }), deliveryRow),
  'carrier.get': read(
    nothing,
    z.object({
      settings: carrierSettings,
      acceptedCount: z.number(),
      /** The last 100 messages it took, newest first. */
      book: z.array(
        z.object({
          uuid: z.string(),
          to: e164,
          /** Whoever reads it there. */
          displayName: z.string(),
          text: z.string(),
          /** What came with the words. */
          attachments: z.array(z.enum(['image', 'audio', 'video', 'vcard', 'file'])),
          /** The others of the group, who all see each other; empty for a message to one alone. */
          participants: z.array(e164),
          clientRef: z.string(),
          status: z.string(),
          atMs: instant,
        }),
      ),
    }),
  ),
  /** What the phone shows of a picture that the carrier fetched. `position` counts from 0. */
  'carrier.picture': read(
    z.strictObject({ uuid: z.string().max(40), position: z.number().int().min(0).max(9) }),
    shownPicture,
  ),
  'carrier.set': write(carrierSettings.partial().strict(), carrierSettings),
  /** A person's phone answers. */
  'carrier.reply': write(z.strictObject({ e164, body: z.string().min(1).max(1600) }), z.object({ uuid: z.string() })),
  'today.get': read(
    nothing,
    z.object({
      isoDay,
      nowMs: instant,
      needs: z.array(
        z.object({
          kind: needKind,
          count: z.number(),
          /** Where its one action leads: a number, person, form or broadcast, when there is exactly one. */
          target: z.string().nullable(),
          names: z.array(z.string()),
        }),
      ),
      /** The day as a line: what happens when. */
      line: z.array(
        z.object({
          atMs: instant,
          kind: z.enum(['appointment', 'waiting', 'broadcast']),
          title: z.string(),
          detail: z.string(),
          count: z.number(),
          targetId: id.nullable(),
        }),
      ),
      counts: z.object({ today: z.number(), forms: z.number(), messages: z.number() }),
      sentToday: z.number(),
      deliveredToday: z.number(),
    }),
  ),
} as const
