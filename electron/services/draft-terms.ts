import { createDrip } from '../../shared/domain/drip.ts'
import type { Drip } from '../../shared/domain/drip.ts'
import { promisedAMonth } from '../../shared/domain/frequency-promise.ts'
import type { E164 } from '../../shared/ids.ts'
import { DAY_MS } from '../../shared/time.ts'
import type { Instant, IsoDay } from '../../shared/time.ts'
import { listFormVersions } from '../db/repos/form-versions.ts'
import type { Media } from '../db/repos/media.ts'
import type { Reader } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { officeRules } from '../queue/office-rules.ts'
import type { Draft } from './audience-pages.ts'
import { lawfulSlots } from './lawful-slot.ts'
import type { NoSlot, Slot, SlotQuestion } from './lawful-slot.ts'
import { mediaOfDraft } from './message-media.ts'
import type { MessageSender } from './message-values.ts'
import type { MessagePurpose } from './verdicts.ts'

/** How people are told that they can stop, in the language of the words before it; put at the end of a mass text. Source: CTIA Messaging Principles. */
export const OPT_OUT_LINES = { en: ' Reply STOP to end.', es: ' Responda STOP para cancelar.' } as const

/** Somebody who knows since less than this how to stop need not read it again. */
const TOLD_FOR_MS = 30 * DAY_MS

/** All that is the same for every copy of a draft, looked up once. */
export interface DraftTerms {
  readonly body: string
  readonly purpose: MessagePurpose
  /** What every copy carries; an MMS where it carries anything. */
  readonly media: readonly Media[]
  readonly sender: MessageSender
  /** The instant a person asked for, now at the earliest. */
  readonly askedAtMs: Instant
  readonly nowMs: Instant
  readonly slotOf: (question: SlotQuestion) => Slot | NoSlot
  readonly drip: Drip | null
  /** What is put at the end for those who were not told lately how to stop; empty where nobody needs it. */
  readonly optOutLine: string
  /** Who was told since then knows. */
  readonly toldSinceMs: Instant
  /** The numbers that have their copy already. */
  readonly taken: Set<E164>
}

/** What was done of a draft before: numbers that have their copy, and the places of a drip that are taken. */
export interface Begun {
  readonly taken: Iterable<E164>
  readonly days: readonly (readonly [day: IsoDay, count: number])[]
}

const NOTHING_BEGUN: Begun = { taken: [], days: [] }

/** Looks up what all copies of a draft share. `nowMs` is when it was ordered. */
export async function draftTerms(
  reader: Reader,
  desk: DeskServices,
  draft: Draft,
  { nowMs, begun = NOTHING_BEGUN }: { readonly nowMs: Instant; readonly begun?: Begun },
): Promise<DraftTerms> {
  const { name, phone } = desk.practice()
  const { purpose, body } = draft
  const zone = desk.practiceZone()
  const language = languageOf(desk, draft)
  const media = await mediaOfDraft(reader, draft.mediaIds)
  const { rules } = await officeRules(reader, nowMs)
  const drip = draft.perDay ? createDrip({ perDay: draft.perDay, zone, taken: begun.days }) : null
  const askedAtMs = Math.max(draft.whenMs ?? nowMs, nowMs)
  const slotOf = lawfulSlots({
    purpose,
    at: askedAtMs,
    nowMs,
    rules,
    officeZone: zone,
    promisedAMonth: await promiseOf(reader, purpose),
    notAfterMs: draft.notAfterMs ?? null,
    before: draft.before ?? null,
    drip,
    mayExceedCaps: Boolean(draft.overCapReason?.trim()),
  })
  // An emergency has no room for it, and who reads STOP in the words knows.
  const tells = purpose === 'emergency' || /\bSTOP\b/.test(body)
  return {
    body,
    purpose,
    media: media.ok ? media.value : [],
    sender: { name, phone, zone, language },
    askedAtMs,
    nowMs,
    slotOf,
    drip,
    optOutLine: tells ? '' : OPT_OUT_LINES[language],
    toldSinceMs: nowMs - TOLD_FOR_MS,
    taken: new Set(begun.taken),
  }
}

/** The language of the words; who does not say it writes in the practice's. */
export function languageOf(desk: DeskServices, draft: Pick<Draft, 'language'>): 'en' | 'es' {
  return draft.language ?? desk.practice().language
}

/** How many texts a month the office's own forms promised not to exceed for a purpose; null where they name no number. */
export async function promiseOf(reader: Reader, purpose: MessagePurpose): Promise<number | null> {
  if (purpose === 'emergency') return null
  const forms = await listFormVersions(reader)
  return promisedAMonth(
    forms.map(({ wording }) => wording),
    purpose,
  )
}
