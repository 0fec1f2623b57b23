import {
  Ban,
  CalendarX2,
  Check,
  CheckCheck,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleMinus,
  CircleX,
  Clock,
  Hand,
  MessageCircleQuestion,
  Octagon,
  Send,
  TriangleAlert,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { z } from 'zod'
import type { deliveryState, textState } from '../../shared/ipc/contract/common.ts'
import { assertNever } from '../../shared/result.ts'

/** The colour of a state: green, amber, slate, brick, or ink for what needs no colour. */
export type Tone = 'may' | 'unsure' | 'slate' | 'brick' | 'plain'
export type TextStateName = z.infer<typeof textState>
export type DeliveryStateName = z.infer<typeof deliveryState>

/** Icon and colour of a state; the word comes from the wording (`state.<name>`, `delivery.<name>`). */
export interface Look {
  readonly icon: LucideIcon
  readonly tone: Tone
}

/** How each text state looks. */
export function textStateLook(state: TextStateName): Look {
  switch (state) {
    case 'may_text':
      return { icon: CircleCheck, tone: 'may' }
    case 'not_confirmed':
      return { icon: CircleDashed, tone: 'unsure' }
    case 'did_not_agree':
      return { icon: CircleMinus, tone: 'slate' }
    case 'perhaps_said_stop':
      return { icon: MessageCircleQuestion, tone: 'unsure' }
    case 'said_stop':
      return { icon: Octagon, tone: 'brick' }
    default:
      return assertNever(state)
  }
}

/** How each state of a delivery looks. */
export function deliveryLook(state: DeliveryStateName): Look {
  switch (state) {
    case 'held':
    case 'queued':
      return { icon: Clock, tone: 'slate' }
    case 'sending':
      return { icon: Send, tone: 'slate' }
    case 'accepted':
    case 'submitted':
      return { icon: Check, tone: 'slate' }
    case 'delivered':
      return { icon: CheckCheck, tone: 'may' }
    case 'in_doubt':
      return { icon: CircleHelp, tone: 'unsure' }
    case 'needs_person':
      return { icon: Hand, tone: 'unsure' }
    case 'undeliverable':
    case 'rejected':
    case 'failed':
      return { icon: TriangleAlert, tone: 'brick' }
    case 'blocked':
      return { icon: Ban, tone: 'brick' }
    case 'expired':
      return { icon: CalendarX2, tone: 'slate' }
    case 'cancelled':
    case 'closed':
      return { icon: CircleX, tone: 'slate' }
    default:
      return assertNever(state)
  }
}
