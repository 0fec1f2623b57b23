import type { ConsentEventId, E164, FormId, StaffId } from '../ids.ts'
import type { RuleId } from '../rules/rule-sources.ts'
import type { Instant } from '../time.ts'
import { canonicalJson } from './canonical-json.ts'
import { isEnded, type Suppression } from './suppression.ts'

export type { Suppression } from './suppression.ts'

/** What a person may have agreed to. Agreeing to one says nothing about another. */
export const PURPOSES = ['care', 'marketing', 'group'] as const
export type Purpose = (typeof PURPOSES)[number]

/** What happened to a consent. */
export const CONSENT_KINDS = ['granted', 'confirmed', 'revoked', 'expired', 'reassigned'] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]

/** How it reached the office. */
export const CONSENT_SOURCES = [
  'paper',
  'keyword',
  'web',
  'kiosk',
  'spoken',
  'import',
  'inbound_text',
  'staff',
  'provider',
] as const
export type ConsentSource = (typeof CONSENT_SOURCES)[number]

/** One entry of the consent ledger: what the owner of a number said about one purpose, with its proof. */
export interface ConsentEvent {
  readonly id: ConsentEventId
  readonly e164: E164
  readonly purpose: Purpose
  readonly kind: ConsentKind
  readonly source: ConsentSource
  /** When the person said so: the date beside the signature, or when the text came in. */
  readonly atMs: Instant
  /** When the ledger took it in. */
  readonly recordedAtMs: Instant
  readonly staffId?: StaffId | null
  readonly formId?: FormId | null
  /** Which wording was agreed to: the hash or the code of the form version. */
  readonly wordingVersion?: string | null
  /** SHA-256 in hex of the original that proves it: the scan, the recording, the submission. */
  readonly evidenceSha256?: string | null
  /** The words of the person, for a consent or an opt-out that came as a text. */
  readonly words?: string | null
}

/** Where one purpose stands for one number. */
export interface ConsentState {
  readonly state: 'none' | 'granted' | 'confirmed' | 'revoked' | 'expired' | 'reassigned'
  readonly since?: Instant
  /** The event that brought this state about. */
  readonly event?: ConsentEvent
  /** The agreement on which it rests; kept when it is confirmed. */
  readonly grant?: ConsentEvent
}

/** Where every purpose stands for one number. */
export type ConsentByPurpose = Readonly<Record<Purpose, ConsentState>>

const NONE: ConsentState = { state: 'none' }

/** Of two events of the same moment the one that takes away counts last. */
const WEIGHT: Readonly<Record<ConsentKind, number>> = {
  granted: 0,
  confirmed: 1,
  expired: 2,
  revoked: 3,
  reassigned: 4,
}

/**
 * Reads the ledger of ONE number into the state of each purpose. The order of the array does not matter: events count by
 * the time they were said, and where the two times of an event differ, by the one that is more careful. An agreement
 * dated in the future counts from when it was recorded, a revocation noted late counts from then too.
 */
export function foldConsent(events: readonly ConsentEvent[]): ConsentByPurpose {
  const byPurpose: Record<Purpose, ConsentState> = { care: NONE, marketing: NONE, group: NONE }
  for (const event of events.toSorted(inEffect)) {
    const touched = event.kind === 'reassigned' ? PURPOSES : [event.purpose]
    for (const purpose of touched) byPurpose[purpose] = applyEvent(byPurpose[purpose], event)
  }
  return byPurpose
}

function inEffect(left: ConsentEvent, right: ConsentEvent): number {
  return effectiveAt(left) - effectiveAt(right) || WEIGHT[left.kind] - WEIGHT[right.kind] || compareIds(left, right)
}

function compareIds(left: ConsentEvent, right: ConsentEvent): number {
  return left.id < right.id ? -1 : 1
}

function effectiveAt(event: ConsentEvent): Instant {
  const gives = event.kind === 'granted' || event.kind === 'confirmed'
  return gives ? Math.min(event.atMs, event.recordedAtMs) : Math.max(event.atMs, event.recordedAtMs)
}

function applyEvent(before: ConsentState, event: ConsentEvent): ConsentState {
  const since = effectiveAt(event)
  switch (event.kind) {
    case 'granted':
      return before.state === 'confirmed' ? before : { state: 'granted', since, event, grant: event }
    case 'confirmed':
      // A "yes" confirms an agreement that stands; it cannot bring one back that was taken away.
      return before.state === 'granted' && before.grant
        ? { state: 'confirmed', since, event, grant: before.grant }
        : before
    case 'expired':
      return before.state === 'granted' || before.state === 'confirmed' ? { state: 'expired', since, event } : before
    case 'revoked':
    case 'reassigned':
      return { state: event.kind, since, event }
  }
}

/**
 * The text whose SHA-256 chains an event to the one before it: canonical JSON of the event and of the previous hash in
 * hex, which is empty for the first event of the ledger.
 */
export function consentEventDigestInput(event: ConsentEvent, prevHash: string): string {
  return canonicalJson({ event: { ...event }, prevHash })
}

/** Why a number may not be texted now. */
export type RefusalReason =
  | 'said_stop'
  | 'stopped_this_kind'
  | 'perhaps_said_stop'
  | 'revoked'
  | 'reassigned'
  | 'expired'
  | 'not_confirmed'
  | 'not_for_this_purpose'
  | 'never_agreed'

/** Whether a number may be texted for a purpose: with the consent that allows it, or with the reason and its rule. */
export type Verdict =
  | { readonly may: true; readonly because: ConsentEventId | 'emergency' }
  | { readonly may: false; readonly reason: RefusalReason; readonly rule: RuleId }

/** What the question is asked about: one number and one purpose. */
export interface ConsentQuestion {
  readonly consent: ConsentByPurpose
  readonly suppression: Suppression | null
  readonly purpose: Purpose
  /** For the health or the safety of people, by the narrow reading of the rule. It never overrides a stop. */
  readonly emergency?: boolean
}

/**
 * The sources that are writing signed by the person. The others reach the same only with a confirmation by text.
 * Source: 47 CFR 64.1200(f)(9), 15 USC 7001 (electronic signatures).
 */
const WRITTEN: ReadonlySet<ConsentSource> = new Set(['paper', 'web', 'kiosk'])

const RULE_OF: Readonly<Record<Purpose, RuleId>> = {
  care: 'consent.care',
  marketing: 'consent.marketing',
  group: 'consent.group',
}

/**
 * Decides whether a number may be texted. A stop or a revocation holds against everything, an emergency included.
 * Care and group texts need an agreement for that purpose; marketing needs it in writing or confirmed.
 * Source: 47 CFR 64.1200(a)(1), (a)(2), (a)(10), (f)(9).
 */
export function mayText({ consent, suppression, purpose, emergency = false }: ConsentQuestion): Verdict {
  // What is written in a group is care too: a stop of care ends it there.
  const isStopped = isEnded(suppression, purpose) || (purpose === 'group' && isEnded(suppression, 'care'))
  if (suppression && isStopped) return refuse(stopReason(suppression), 'opt-out.any-means')
  const { state, event, grant } = consent[purpose]
  if (state === 'revoked') return refuse('revoked', 'opt-out.any-means')
  if (state === 'reassigned') return refuse('reassigned', 'consent.reassigned')
  if (emergency && purpose !== 'marketing') return { may: true, because: 'emergency' }
  if (state === 'expired') return refuse('expired', 'consent.expired')
  if (!event || !grant) {
    return refuse(hasAgreedToAnything(consent) ? 'not_for_this_purpose' : 'never_agreed', RULE_OF[purpose])
  }
  if (purpose === 'marketing' && state === 'granted' && !WRITTEN.has(grant.source)) {
    return refuse('not_confirmed', 'consent.confirmation')
  }
  return { may: true, because: event.id }
}

/** What a standing stop is called where it holds something back. */
export function stopReason({ isUndecided, ends }: Suppression): RefusalReason {
  if (isUndecided === true) return 'perhaps_said_stop'
  return ends === undefined ? 'said_stop' : 'stopped_this_kind'
}

/** Tells whether an agreement stands that the person signed. */
export function isSigned({ state, grant }: ConsentState): boolean {
  return (state === 'granted' || state === 'confirmed') && grant !== undefined && WRITTEN.has(grant.source)
}

function refuse(reason: RefusalReason, rule: RuleId): Verdict {
  return { may: false, reason, rule }
}

function hasAgreedToAnything(consent: ConsentByPurpose): boolean {
  return PURPOSES.some((purpose) => consent[purpose].grant !== undefined)
}
