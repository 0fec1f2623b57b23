import {
  CircleHelp,
  Clock,
  CloudOff,
  EarOff,
  EyeOff,
  Hand,
  Pause,
  Send,
  Smartphone,
  TriangleAlert,
  Unplug,
  Wifi,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { Tone } from '../design/state-look.ts'
import type { MomentText } from '../i18n/use-moment.ts'
import { paths } from './paths.ts'

/** One statement about the line: its key in the wording, the values of the sentence, and how it looks. */
export interface LineWord {
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
  readonly icon: LucideIcon
  readonly tone: Tone
  readonly path?: string
}

type QueueStatus = OutputOf<'queue.status'>
type Moment = Pick<MomentText, 'when'>

/** Says the whole truth about the line, in order: does it stand, what holds it, what moves, what waits, what is unsure. */
export function lineWords(status: QueueStatus, moment: Moment, nowMs: number): readonly LineWord[] {
  return [
    connectionWord(status, moment, nowMs),
    ...realPhones(status),
    ...holds(status),
    ...movement(status, moment, nowMs),
    ...troubles(status),
  ]
}

function connectionWord(status: QueueStatus, moment: Moment, nowMs: number): LineWord {
  switch (status.connection) {
    case 'starting':
      return { key: 'line.starting', values: {}, icon: Wifi, tone: 'plain' }
    case 'online':
      return { key: 'line.online', values: {}, icon: Wifi, tone: 'may' }
    case 'offline': {
      const since = { time: moment.when(status.sinceMs, nowMs) }
      return { key: 'line.offline', values: since, icon: CloudOff, tone: 'unsure' }
    }
    case 'not_set_up':
    case 'no_number':
    case 'switched_off':
      return { key: `line.${status.connection}`, values: {}, icon: Unplug, tone: 'unsure', path: paths.settings }
  }
}

/** Where messages go when they go; in practice the striped edge says it. */
function realPhones(status: QueueStatus): readonly LineWord[] {
  if (status.carrier !== 'vonage') return []
  const real: LineWord = { key: 'line.real', values: {}, icon: Smartphone, tone: 'plain' }
  const blind: LineWord = { key: 'line.blind', values: {}, icon: EyeOff, tone: 'unsure', path: paths.settings }
  return status.inboundSource === 'none' ? [real, blind] : [real]
}

function holds(status: QueueStatus): readonly LineWord[] {
  const words: LineWord[] = []
  // Where the book is read, a line that cannot be read is offline and says so itself.
  if (isDeaf(status)) {
    words.push({ key: 'line.deaf', values: {}, icon: EarOff, tone: 'unsure', path: paths.settings })
  }
  if (status.linePause !== null) {
    words.push({ key: 'line.refused', values: {}, icon: TriangleAlert, tone: 'brick', path: paths.today })
  }
  if (status.isPausedByPerson) words.push({ key: 'line.held', values: {}, icon: Pause, tone: 'unsure' })
  return words
}

/** Webhooks alone tell of answers, and none can come in. */
function isDeaf({ inboundSource, holds: standing }: QueueStatus): boolean {
  return inboundSource === 'webhook' && standing.includes('inbound_old')
}

function movement(status: QueueStatus, moment: Moment, nowMs: number): readonly LineWord[] {
  const words: LineWord[] = []
  const moving = status.ready + status.sending
  const doesMove =
    status.connection === 'online' && !status.isPausedByPerson && status.linePause === null && !isDeaf(status)
  if (moving > 0 && doesMove) {
    const isTimed = status.estimatedEndMs !== null
    const time = isTimed ? moment.when(status.estimatedEndMs ?? nowMs, nowMs) : ''
    words.push({
      key: isTimed ? 'line.sending_until' : 'line.sending',
      values: { count: moving, time },
      icon: Send,
      tone: 'plain',
    })
  } else if (moving > 0) {
    words.push({ key: 'line.waiting', values: { count: moving }, icon: Clock, tone: 'plain' })
  }
  if (status.later > 0) {
    const isTimed = status.nextAtMs !== null && status.nextAtMs > nowMs
    const time = isTimed ? moment.when(status.nextAtMs ?? nowMs, nowMs) : ''
    words.push({
      key: isTimed ? 'line.later_at' : 'line.later',
      values: { count: status.later, time },
      icon: Clock,
      tone: 'plain',
    })
  }
  return words
}

function troubles(status: QueueStatus): readonly LineWord[] {
  const count = (key: string, number: number, icon: LucideIcon, tone: Tone): readonly LineWord[] =>
    number > 0 ? [{ key, values: { count: number }, icon, tone, path: paths.messages }] : []
  return [
    ...count('line.needs_person', status.needsPerson, Hand, 'unsure'),
    ...count('line.in_doubt', status.inDoubt, CircleHelp, 'unsure'),
    ...count('line.failed', status.failed, TriangleAlert, 'brick'),
  ]
}
