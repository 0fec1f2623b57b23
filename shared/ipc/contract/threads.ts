import { z } from 'zod'
import { read, write } from '../method.ts'
import { e164, id, instant, nothing, replyDecision, replyMeaning, textState } from './common.ts'
import { mediaItem } from './media.ts'
import { deliveryRow } from './messages.ts'

const threadRow = z.object({
  e164,
  personId: id.nullable(),
  displayName: z.string(),
  lastText: z.string(),
  lastAtMs: instant,
  lastDirection: z.enum(['in', 'out']),
  isUnread: z.boolean(),
  state: textState,
  /** True where a person must decide what an answer meant ("maybe stop") before anything more goes out. */
  needsDecision: z.boolean(),
})

const threadItem = z.discriminatedUnion('direction', [
  z.object({
    direction: z.literal('out'),
    atMs: instant,
    delivery: deliveryRow,
    media: z.array(mediaItem),
    staffName: z.string().nullable(),
  }),
  z.object({
    direction: z.literal('in'),
    atMs: instant,
    inboundId: id,
    body: z.string(),
    /** How many pictures or files came with it. Optdesk knows where the provider keeps them and does not fetch them yet. */
    attachments: z.number(),
    meaning: replyMeaning,
    decision: replyDecision,
    /** Who decided. */
    decidedBy: z.string().nullable(),
    /** True where the words say that the number is somebody else's. */
    isWrongNumber: z.boolean(),
  }),
])

export const threadMethods = {
  'threads.list': read(nothing, z.object({ threads: z.array(threadRow), unread: z.number() })),
  'threads.get': read(z.strictObject({ e164 }), threadRow.extend({ items: z.array(threadItem) })),
  'threads.markRead': write(z.strictObject({ e164 }), z.object({ unread: z.number() })),
  /** Settles an answer that may have meant stop, or that the number is somebody else's. Until then the number is held. */
  'threads.decide': write(
    z.strictObject({ inboundId: id, decision: z.enum(['stop', 'wrong_number', 'not_stop']) }),
    z.object({ blockedDeliveries: z.number() }),
  ),
} as const
