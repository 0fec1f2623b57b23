import { foldConsent } from '../../shared/domain/consent.ts'
import type { ConsentByPurpose, ConsentEvent, Purpose, Suppression } from '../../shared/domain/consent.ts'
import { foldStops } from '../../shared/domain/suppression.ts'
import { COUNTED_FOR_MS } from '../../shared/domain/frequency-cap.ts'
import type { CountedText } from '../../shared/domain/frequency-cap.ts'
import type { E164 } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { consentFactsOf } from '../db/repos/consent-events.ts'
import { lastInboundAt, recentTexts } from '../db/repos/recent-texts.ts'
import type { RecentText } from '../db/repos/recent-texts.ts'
import { standingSuppressions } from '../db/repos/suppressions.ts'
import type { Reader } from '../db/schema.ts'
import type { MessagePurpose } from './verdicts.ts'

/** What decides about one number: what was agreed to, whether it said stop, what it got and wrote lately. */
export interface NumberFacts {
  readonly consent: ConsentByPurpose
  /** What the number ever agreed to, whatever came after it. */
  readonly grantedFor: ReadonlySet<Purpose>
  readonly suppression: Suppression | null
  readonly recent: readonly RecentText[]
  readonly lastInboundAtMs: Instant | null
}

const NOBODY: NumberFacts = {
  consent: foldConsent([]),
  grantedFor: new Set(),
  suppression: null,
  recent: [],
  lastInboundAtMs: null,
}

const NO_INBOUND: ReadonlyMap<E164, Instant> = new Map()

/** Looks up what decides about these numbers: four questions to the store, however many. Keep the list to a few hundred. */
export async function numberFacts(
  reader: Reader,
  numbers: readonly E164[],
  { purpose, nowMs }: { readonly purpose: MessagePurpose; readonly nowMs: Instant },
): Promise<(e164: E164) => NumberFacts> {
  const sinceMs = nowMs - COUNTED_FOR_MS
  const events = Map.groupBy(await consentFactsOf(reader, numbers), ({ e164 }) => e164)
  const suppressions = Map.groupBy(await standingSuppressions(reader, numbers), ({ e164 }) => e164)
  const texts = Map.groupBy(await recentTexts(reader, numbers, sinceMs), ({ e164 }) => e164)
  // Only offers keep out of a conversation.
  const inbound = purpose === 'marketing' ? await lastInboundAt(reader, numbers, sinceMs) : NO_INBOUND
  return (e164) => ({
    ...ledgerFacts(events.get(e164)),
    suppression: foldStops(suppressions.get(e164) ?? []),
    recent: texts.get(e164) ?? NOBODY.recent,
    lastInboundAtMs: inbound.get(e164) ?? null,
  })
}

function ledgerFacts(events: readonly ConsentEvent[] | undefined): Pick<NumberFacts, 'consent' | 'grantedFor'> {
  if (events === undefined) return { consent: NOBODY.consent, grantedFor: NOBODY.grantedFor }
  const granted = events.filter(({ kind }) => kind === 'granted').map(({ purpose }) => purpose)
  return { consent: foldConsent(events), grantedFor: new Set(granted) }
}

/** The texts that count against another one; answers, confirmations and emergencies do not. */
export function countedTexts(recent: readonly RecentText[]): readonly CountedText[] {
  return recent.flatMap(({ purpose, atMs, isAnswer }) =>
    purpose === 'care' || purpose === 'marketing' ? [{ purpose, atMs, isAnswer }] : [],
  )
}
