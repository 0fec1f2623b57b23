import { z } from 'zod'
import type { CarrierMessage } from '../../db/repos/carrier-messages.ts'
import type { E164 } from '../../../shared/ids.ts'

/** A message that the practice carrier takes, whatever kind it is. */
export type TakenMessage = Pick<CarrierMessage, 'from' | 'to' | 'text' | 'attachments' | 'participants' | 'clientRef'>

const KINDS = ['image', 'audio', 'video', 'vcard', 'file'] as const

const digits = z.string().regex(/^[1-9]\d{4,14}$/)
const attachment = z.object({ url: z.url(), caption: z.string().max(2000).optional() })
const group = z.object({ participants: z.array(digits).max(20) }).optional()

const frame = {
  to: digits,
  from: digits,
  client_ref: z.string().max(100).optional(),
  ttl: z.number().int().min(20).max(604_800).optional(),
}
const mms = { ...frame, channel: z.literal('mms'), mms: group }

/** A message as the Messages interface takes it. Source: developer.vonage.com/en/api/messages. */
const wireMessage = z.union([
  z.looseObject({
    ...frame,
    channel: z.literal('sms'),
    message_type: z.literal('text'),
    text: z.string().min(1).max(1000),
  }),
  z.looseObject({ ...mms, message_type: z.literal('text'), text: z.string().min(1).max(1600) }),
  z.looseObject({
    ...mms,
    message_type: z.literal('content'),
    content: z.array(attachment.extend({ type: z.enum(KINDS) })).min(1),
  }),
  ...KINDS.map((kind) => z.looseObject({ ...mms, message_type: z.literal(kind), [kind]: attachment })),
])

/** Reads a message; null when it is none that the interface takes. */
export function readTakenMessage(body: unknown): TakenMessage | null {
  const parsed = wireMessage.safeParse(body)
  if (!parsed.success) return null
  const message = parsed.data
  const items = itemsOf(message)
  const participants = 'mms' in message ? ((message.mms as z.infer<typeof group>)?.participants ?? []) : []
  return {
    from: numberOf(message.from),
    to: numberOf(message.to),
    text: 'text' in message ? String(message.text) : items.flatMap(({ caption }) => caption ?? []).join('\n'),
    attachments: items.map(({ kind, url }) => ({ kind, url })),
    participants: participants.map(numberOf),
    clientRef: message.client_ref ?? null,
  }
}

type Item = CarrierMessage['attachments'][number] & { readonly caption?: string | undefined }

function itemsOf(message: z.infer<typeof wireMessage>): readonly Item[] {
  if (message.message_type === 'text') return []
  const fields = message as Readonly<Record<string, unknown>>
  if (message.message_type !== 'content') {
    const kind = message.message_type
    return [{ kind, ...(fields[kind] as z.infer<typeof attachment>) }]
  }
  const content = fields['content'] as readonly (z.infer<typeof attachment> & { readonly type: Item['kind'] })[]
  return content.map(({ type: kind, ...item }) => ({ kind, ...item }))
}

/** A short code stands as its digits, any other number with its plus. */
function numberOf(wire: string): E164 {
  return (wire.length > 6 ? `+${wire}` : wire) as E164
}
