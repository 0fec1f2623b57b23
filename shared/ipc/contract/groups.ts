import { z } from 'zod'
import { read, write } from '../method.ts'
import { appError, e164, id, instant, nothing, refusal, textState } from './common.ts'
import { deliveryRow, leftOut } from './messages.ts'

/** Somebody meant to be in a group, by the number that the others will see. */
const wanted = z.strictObject({ e164, personId: id.nullable() })

const member = z.object({ e164, personId: id.nullable(), displayName: z.string() })

/** How far one message to a group came: "7 of 8 delivered". */
const progress = z.object({
  delivered: z.number(),
  onTheWay: z.number(),
  notDelivered: z.number(),
  total: z.number(),
})

export const groupRow = z.object({
  groupThreadId: id,
  title: z.string(),
  members: z.array(member.extend({ state: textState })),
  lastText: z.string(),
  lastAtMs: instant,
  lastDirection: z.enum(['in', 'out']),
  isUnread: z.boolean(),
})

export const groupItem = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('out'),
    atMs: instant,
    messageId: id,
    body: z.string(),
    staffName: z.string().nullable(),
    progress,
    copies: z.array(deliveryRow),
  }),
  z.object({
    kind: z.literal('in'),
    atMs: instant,
    inboundId: id,
    e164,
    displayName: z.string(),
    body: z.string(),
    meaning: z.string(),
  }),
  /** From here on phones show a new thread, because these people are no longer in it. */
  z.object({ kind: z.literal('new_thread'), atMs: instant, left: z.array(member) }),
])

const sent = z.object({
  /** Another than the one that was written to, where somebody had to be left out. */
  groupThreadId: id,
  messageId: id,
  deliveries: z.number(),
  notBeforeMs: instant,
  leftOut: z.array(leftOut),
})

const members = z.array(wanted).min(1).max(20)
const body = z.string().max(4000)
const onceKey = z.string().min(16).max(64)

export const groupMethods = {
  /** Who would see whom, who would not be in it and why, and what it costs. Stores nothing. */
  'groups.preview': read(
    z.strictObject({ members, body }),
    z.object({
      members: z.array(member),
      leftOut: z.array(leftOut),
      /** Of how many may be in a group on this line. */
      most: z.number(),
      body: z.string(),
      costMicros: z.number(),
      notBeforeMs: instant.nullable(),
      movedBy: refusal.nullable(),
      problems: z.array(appError),
    }),
  ),
  /** Begins a group thread, or goes on with the one that these people have. */
  'groups.start': write(z.strictObject({ members, title: z.string().max(120), body, onceKey }), sent),
  'groups.send': write(z.strictObject({ groupThreadId: id, body, onceKey }), sent),
  'groups.list': read(nothing, z.object({ groups: z.array(groupRow) })),
  'groups.get': read(z.strictObject({ groupThreadId: id }), groupRow.extend({ items: z.array(groupItem) })),
  'groups.markRead': write(z.strictObject({ groupThreadId: id }), z.object({ read: z.number() })),
} as const
