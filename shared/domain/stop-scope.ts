import { REVOKE_ALL } from '../rules/revoke-all.ts'
import { type Instant, isoDay, type IsoDay, MINUTE_MS } from '../time.ts'
import type { Purpose } from './consent.ts'
import type { MessageKind } from './lane.ts'
import type { ReplyReading } from './opt-out.ts'
import type { StopScope } from './suppression.ts'

/** What the office lets a STOP end: everything, or the kind of text that it answers. */
export const STOP_CHOICES = ['everything', 'one_purpose'] as const
export type StopChoice = (typeof STOP_CHOICES)[number]

/** What a message was for: `service` is an answer that Optdesk gave by itself. */
export type SentPurpose = 'care' | 'marketing' | 'emergency' | 'service'

/** A text that had left for a number: what it was, and when its request began. */
export interface LeftText {
  readonly kind: MessageKind
  readonly purpose: SentPurpose
  readonly atMs: Instant
}

/** Tells whether the law lets a stop end one kind only, at a moment. `from` is the first day on which it does not. */
export function mayEndOnePurpose(nowMs: Instant, from: IsoDay = REVOKE_ALL.from): boolean {
  // The day begins in Greenwich before it begins anywhere in the states: the careful side.
  return isoDay(nowMs, 'UTC') < from
}

/** What a STOP ends that comes in. */
export interface ScopeQuestion {
  readonly reading: ReplyReading
  /** The office's own choice, which the law may overrule. */
  readonly choice: StopChoice
  /** True where it was said in a group thread: everybody there reads our texts to that person. */
  readonly isInGroup: boolean
  /** What had left for the number around the moment of the STOP, in any order. */
  readonly left: readonly LeftText[]
  readonly saidAtMs: Instant
  readonly nowMs: Instant
}

/** The clocks of a phone's carrier and of this computer may differ by so much. */
const CLOCKS_DIFFER_MS = 2 * MINUTE_MS

/**
 * Says what a STOP ends. One kind only where the office chose so, the law still lets it, the word was a bare STOP, and it
 * is plain which text it answers. In every other case everything: the wider reading never texts somebody who said stop.
 */
export function scopeOfStop(question: ScopeQuestion): StopScope {
  const { reading, choice, isInGroup, saidAtMs, nowMs } = question
  if (choice === 'everything' || !mayEndOnePurpose(nowMs)) return 'everything'
  if (isInGroup || reading.reach !== 'this_kind') return 'everything'
  const scopes = new Set(answeredTexts(question.left, saidAtMs).map(scopeOf))
  const [scope] = scopes
  return scopes.size === 1 && scope !== undefined ? scope : 'everything'
}

/** The newest text that had left by then; where the clocks leave it open which one that was, all that may be meant. */
function answeredTexts(left: readonly LeftText[], saidAtMs: Instant): readonly LeftText[] {
  const near = left.filter(({ atMs }) => Math.abs(atMs - saidAtMs) <= CLOCKS_DIFFER_MS)
  const before = left.filter(({ atMs }) => atMs < saidAtMs - CLOCKS_DIFFER_MS)
  const newest = before.toSorted((one, other) => other.atMs - one.atMs).slice(0, 1)
  // Nothing older is meant when a text surely left before; near the STOP nobody can tell which one was on the screen.
  return near.length > 0 ? [...near, ...(near.some(({ atMs }) => atMs <= saidAtMs) ? [] : newest)] : newest
}

/** STOP to an answer of our own, or to an emergency, leaves open what is meant. */
function scopeOf({ kind, purpose }: LeftText): StopScope {
  if (kind === 'group') return 'group'
  return purpose === 'care' || purpose === 'marketing' ? purpose : 'everything'
}

/** The purposes under which a message counts when a stop of one of them stands; none for an answer of our own. */
export function purposesOf(message: Pick<LeftText, 'kind' | 'purpose'>): readonly Purpose[] {
  if (message.purpose === 'service') return []
  const purpose = message.purpose === 'marketing' ? 'marketing' : 'care'
  return message.kind === 'group' ? ['group', purpose] : [purpose]
}
