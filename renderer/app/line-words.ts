import {
  CalendarX2,
  CircleHelp,
  Clock,
  CloudOff,
  EarOff,
  EyeOff,
  Gauge,
  Hand,
  Inbox,
  Pause,
  Send,
  Smartphone,
  TriangleAlert,
  Unplug,
  Wifi,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import { lineHold, STOPPING_HOLDS } from '../../shared/ipc/contract/queue.ts'
import { assertNever } from '../../shared/result.ts'
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
type Hold = QueueStatus['holds'][number]
type Moment = Pick<MomentText, 'when'>

/** Says the whole truth about the line, in order: does it stand, what holds it, what moves, what waits, what is unsure. */
export function lineWords(status: QueueStatus, moment: Moment, nowMs: number): readonly LineWord[] {
  return [
    connectionWord(status, moment, nowMs),
    ...realPhones(status),
    ...holds(status, moment, nowMs),
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

/** What keeps messages back or slows them; what the words before these have said already is not said twice. */
function holds(status: QueueStatus, moment: Moment, nowMs: number): readonly LineWord[] {
  const held = new Set(status.holds)
  // Without an account nobody sends, and still the refusal or the hold of a person is told.
  if (status.linePause !== null) held.add('line_paused')
  if (status.isPausedByPerson) held.add('paused')
  return lineHold.options.flatMap((hold) => (held.has(hold) ? holdWords(hold, status, moment, nowMs) : []))
}

function holdWords(hold: Hold, status: QueueStatus, moment: Moment, nowMs: number): readonly LineWord[] {
  switch (hold) {
    case 'clock':
      return [{ key: 'line.clock', values: {}, icon: CalendarX2, tone: 'brick', path: paths.today }]
    case 'paused':
      return [{ key: 'line.held', values: {}, icon: Pause, tone: 'unsure' }]
    case 'line_paused':
      return [{ key: 'line.refused', values: {}, icon: TriangleAlert, tone: 'brick', path: paths.today }]
    case 'inbound_old':
      return isDeaf(status)
        ? [{ key: 'line.deaf', values: {}, icon: EarOff, tone: 'unsure', path: paths.settings }]
        : [{ key: 'line.inbound_old', values: {}, icon: Inbox, tone: 'unsure' }]
    case 'day_cap': {
      const untilMs = Math.max(nowMs, ...status.lines.map(({ cappedUntilMs }) => cappedUntilMs ?? nowMs))
      return [{ key: 'line.day_cap', values: { time: moment.when(untilMs, nowMs) }, icon: Gauge, tone: 'unsure' }]
    }
    case 'throttled':
      return [{ key: 'line.throttled', values: {}, icon: Gauge, tone: 'plain' }]
    case 'offline':
    case 'no_inbound_source':
      return []
    default:
      return assertNever(hold)
  }
}

/** Webhooks alone tell of answers, and none can come in. */
function isDeaf({ inboundSource, holds: standing }: QueueStatus): boolean {
  return inboundSource === 'webhook' && standing.includes('inbound_old')
}

function movement(status: QueueStatus, moment: Moment, nowMs: number): readonly LineWord[] {
  const words: LineWord[] = []
  const moving = status.ready + status.sending
  const isStanding =
    status.isPausedByPerson || status.linePause !== null || status.holds.some((one) => STOPPING_HOLDS.has(one))
  const doesMove = status.connection === 'online' && !isStanding
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
