import { z } from 'zod'
import { id, language } from '../../shared/ipc/contract/common.ts'
import { draft } from '../../shared/ipc/contract/messages.ts'

/** Whom a draft is for, with every list written out, so that it means the same people after a restart. */
const frozenAudience = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('appointments'), ids: z.array(id) }),
  z.object({ kind: z.literal('people'), ids: z.array(id) }),
  z.object({ kind: z.literal('everyone'), language: language.nullable() }),
])
export type FrozenAudience = z.output<typeof frozenAudience>

/** What was ordered, as it is kept until all of it is planned: the draft, and its audience written out. */
export const planOrder = z.object({ draft, audience: frozenAudience })
export type PlanOrder = z.output<typeof planOrder>
