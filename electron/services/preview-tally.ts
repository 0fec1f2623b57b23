import { estimateEnd } from '../../shared/domain/pacing.ts'
import type { MergeField } from '../../shared/domain/merge-fields.ts'
import type { Instant } from '../../shared/time.ts'
import type { DraftedPage, PlannedLeftOut, PlannedMessage } from './draft-page.ts'

/** The people that wait for the same reason. */
export interface Moved {
  readonly rule: string
  readonly count: number
  /** When the first of them may leave, and on whose clock. */
  readonly untilMs: Instant
  readonly zone: string
}

/** The people that are left out for the same reason. */
interface LeftOutGroup {
  readonly reason: string
  readonly rule: string
  readonly count: number
}

/** The people for whom the same fields have no value. */
interface EmptyFields {
  readonly fields: MergeField[]
  readonly count: number
}

/** How many are shown of what is counted: a window lists no more at once, and copying more to it takes long. */
const SHOWN = 200
const OUTSIDERS_SHOWN = 50

/** Adds up a draft page by page, so that a hundred thousand copies are never in memory at once. */
export function createTally() {
  const recipients: PlannedMessage[] = []
  const leftOut: PlannedLeftOut[] = []
  const groups = new Map<string, LeftOutGroup>()
  const emptyFields = createFieldsTally()
  const moves = new Map<string, Moved>()
  const segmentsAt = new Map<Instant, number>()
  const outsiders = new Set<string>()
  const optOutLines = new Set<string>()
  let longestBody = ''
  const sums = { recipientCount: 0, leftOutCount: 0, segmentsTotal: 0, segmentsMax: 0, overCapCount: 0 }

  function addMessage(message: PlannedMessage): void {
    const { measure, notBeforeMs } = message
    sums.recipientCount += 1
    if (message.body.length > longestBody.length) longestBody = message.body
    sums.segmentsTotal += measure.segments
    sums.segmentsMax = Math.max(sums.segmentsMax, measure.segments)
    if (message.isOverCap || (message.isMoved && message.rule.startsWith('cap.'))) sums.overCapCount += 1
    if (recipients.length < SHOWN) recipients.push(message)
    for (const outsider of measure.outsiders) outsiders.add(outsider)
    if (message.optOutLine !== '') optOutLines.add(message.optOutLine.trim())
    segmentsAt.set(notBeforeMs, (segmentsAt.get(notBeforeMs) ?? 0) + measure.segments)
    if (message.isMoved) addMoved(message)
  }

  function addMoved({ rule, zone, notBeforeMs }: PlannedMessage): void {
    const known = moves.get(rule)
    const isFirst = !known || notBeforeMs < known.untilMs
    const first = isFirst ? { untilMs: notBeforeMs, zone } : known
    moves.set(rule, { ...first, rule, count: (known?.count ?? 0) + 1 })
  }

  function addLeftOut(left: PlannedLeftOut): void {
    const { reason, rule } = left
    sums.leftOutCount += 1
    if (reason === 'too_often' && OWN_CAPS.has(rule)) sums.overCapCount += 1
    if (leftOut.length < SHOWN) leftOut.push(left)
    const key = `${reason} ${rule}`
    groups.set(key, { reason, rule, count: (groups.get(key)?.count ?? 0) + 1 })
    emptyFields.add(left.emptyFields)
  }

  return {
    add: (page: DraftedPage): void => {
      page.messages.forEach(addMessage)
      page.leftOut.forEach(addLeftOut)
    },
    result: (ratePerMin: number) => ({
      ...sums,
      recipients,
      leftOut,
      leftOutGroups: [...groups.values()].toSorted((left, right) => right.count - left.count),
      emptyFields: emptyFields.result(),
      longestBody,
      moves: [...moves.values()].toSorted((left, right) => right.count - left.count),
      encoding: outsiders.size > 0 ? ('UCS-2' as const) : ('GSM-7' as const),
      outsiders: [...outsiders].slice(0, OUTSIDERS_SHOWN),
      optOutLines: [...optOutLines],
      firstAtMs: sums.recipientCount === 0 ? null : Math.min(...segmentsAt.keys()),
      lastAtMs: sums.recipientCount === 0 ? null : lastInstant(segmentsAt, ratePerMin),
    }),
  }
}

/** Who lacks the same fields is told together: one sentence says what is missing, and for how many. */
function createFieldsTally() {
  const known = new Map<string, EmptyFields>()
  return {
    add: (fields: readonly MergeField[]): void => {
      if (fields.length === 0) return
      const key = fields.join(' ')
      known.set(key, { fields: [...fields], count: (known.get(key)?.count ?? 0) + 1 })
    },
    result: (): EmptyFields[] => [...known.values()],
  }
}

/** The caps that a person may let a message go over. */
const OWN_CAPS: ReadonlySet<string> = new Set(['cap.care', 'cap.offers', 'cap.conversation'])

/** Each group of one moment leaves at the line's pace, after the group before it. */
function lastInstant(segmentsAt: ReadonlyMap<Instant, number>, ratePerMin: number): Instant {
  return [...segmentsAt]
    .toSorted(([left], [right]) => left - right)
    .reduce((end, [atMs, count]) => estimateEnd({ count, ratePerMin, startAt: Math.max(end, atMs) }), 0)
}
