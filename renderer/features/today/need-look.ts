import {
  CalendarPlus,
  CalendarX2,
  CircleHelp,
  FileCheck2,
  MessagesSquare,
  OctagonPause,
  PhoneOff,
  TriangleAlert,
  Unplug,
} from 'lucide-react'
import { assertNever } from '../../../shared/result.ts'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { paths } from '../../app/paths.ts'
import { textStateLook } from '../../design/state-look.ts'
import type { Look } from '../../design/state-look.ts'

/** One thing that needs a person. */
export type Need = OutputOf<'today.get'>['needs'][number]

/** How each kind of need looks. */
export function needLook(kind: Need['kind']): Look {
  switch (kind) {
    case 'clock':
      return { icon: CalendarX2, tone: 'brick' }
    case 'maybe_stop':
      return textStateLook('perhaps_said_stop')
    case 'broadcast_held':
      return { icon: OctagonPause, tone: 'unsure' }
    case 'in_doubt':
      return { icon: CircleHelp, tone: 'unsure' }
    case 'line_paused':
      return { icon: Unplug, tone: 'brick' }
    case 'wrong_number':
      return { icon: PhoneOff, tone: 'unsure' }
    case 'replies':
      return { icon: MessagesSquare, tone: 'plain' }
    case 'forms':
      return { icon: FileCheck2, tone: 'plain' }
    case 'failed':
      return { icon: TriangleAlert, tone: 'brick' }
    case 'no_day_sheet':
      return { icon: CalendarPlus, tone: 'plain' }
    default:
      return assertNever(kind)
  }
}

/** Where the action of a need leads: to the one thing when there is exactly one, else to its place. */
export function needPath({ kind, target }: Need): string {
  switch (kind) {
    case 'broadcast_held':
      return target === null ? paths.schedule : paths.broadcast(target)
    case 'in_doubt':
      return paths.doubts
    case 'maybe_stop':
    case 'replies':
    case 'failed':
      return target === null ? paths.messages : paths.thread(target)
    case 'forms':
      return target === null ? paths.forms : paths.form(target)
    case 'wrong_number':
      return target === null ? paths.people : paths.person(target)
    case 'no_day_sheet':
      return paths.schedule
    case 'line_paused':
      return paths.settings
    case 'clock':
      return paths.today
    default:
      return assertNever(kind)
  }
}
