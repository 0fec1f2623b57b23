import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts'
import { atZoned } from '../../../shared/time.ts'
import { withPictureWords } from '../attachments/attachment.ts'
import type { Attachment } from '../attachments/attachment.ts'

/** Who a message is meant for, as chosen here. */
export type ComposeAudience =
  | { readonly kind: 'appointments'; readonly isoDay: string; readonly appointmentIds: readonly string[] | null }
  | { readonly kind: 'people'; readonly people: readonly { readonly id: string; readonly name: string }[] }
  | { readonly kind: 'everyone'; readonly language: 'en' | 'es' | null }

export type MessagePurpose = InputOf<'broadcasts.preview'>['purpose']
export type Preview = OutputOf<'broadcasts.preview'>

/** A day and a time on the practice's clock; null while a part is not chosen. */
export interface ComposeMoment {
  readonly isoDay: string | null
  readonly time: string | null
}

/** When it should leave: as soon as it may, at a time, or so many days before each person's appointment. */
export type ComposeWhen =
  | { readonly kind: 'now' }
  | ({ readonly kind: 'at' } & ComposeMoment)
  | { readonly kind: 'before'; readonly daysBefore: number; readonly time: string | null }

/** A message on the way to being written. */
export interface ComposeDraft {
  readonly audience: ComposeAudience | null
  readonly purpose: MessagePurpose
  readonly emergencyReason: string
  readonly body: string
  readonly attachments: readonly Attachment[]
  /** The language of the words; null while nobody said it: then it is the practice's. */
  readonly language: 'en' | 'es' | null
  readonly when: ComposeWhen
  /** Spread over days, so many on each; null for all at once. */
  readonly perDay: number | null
  /** Worth nothing after this moment; null for the usual day. */
  readonly notAfter: ComposeMoment | null
  /** Why it goes to people who have had their texts for now; empty where it does not. */
  readonly overCapReason: string
  /** How it is called in the list of what was sent; empty takes its first words. */
  readonly title: string
  /** One key a message: pressing twice, or again after a failure, cannot make two. */
  readonly onceKey: string
}

/** The name under which the draft of this page is kept (`app/kept-draft.ts`). */
export const COMPOSE_DRAFT = 'compose'

/** Nothing chosen and nothing written. */
export const EMPTY_COMPOSE: ComposeDraft = {
  audience: null,
  purpose: 'care',
  emergencyReason: '',
  body: '',
  attachments: [],
  language: null,
  when: { kind: 'now' },
  perDay: null,
  notAfter: null,
  overCapReason: '',
  title: '',
  onceKey: '',
}

/** The instant of a day and a time in the practice's zone; undefined while one of them is not chosen. */
export function momentMs({ isoDay, time }: ComposeMoment, zone: string): number | undefined {
  if (isoDay === null || time === null) return undefined
  const [year = 0, month = 0, day = 0] = isoDay.split('-').map(Number)
  const minutes = minuteOf(time)
  return atZoned({ year, month, day, hour: Math.floor(minutes / 60), minute: minutes % 60 }, zone)
}

/** Minutes after midnight of `HH:MM`. */
export function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

/** True while a day or a time is still to be chosen. */
export function isTimeMissing({ when, notAfter }: Pick<ComposeDraft, 'when' | 'notAfter'>): boolean {
  const isOpen = (moment: ComposeMoment) => moment.isoDay === null || moment.time === null
  if (when.kind === 'at' && isOpen(when)) return true
  return (when.kind === 'before' && when.time === null) || (notAfter !== null && isOpen(notAfter))
}

/** What is sent: as {@link previewInput}, but nothing at all while a time is not complete. */
export function sendInput(draft: ComposeDraft, zone: string): InputOf<'broadcasts.preview'> | undefined {
  return isTimeMissing(draft) ? undefined : previewInput(draft, zone)
}

/** What the core is asked about the draft; undefined while nobody is chosen. A time that is not complete is shown as now. */
export function previewInput(draft: ComposeDraft, zone: string): InputOf<'broadcasts.preview'> | undefined {
  const { audience, purpose, body, attachments, emergencyReason, language, when, notAfter, perDay } = draft
  if (audience === null) return undefined
  const overCapReason = draft.overCapReason.trim()
  return {
    audience: askedAudience(audience),
    purpose,
    body: withPictureWords(body, attachments),
    mediaIds: attachments.map(({ id }) => id),
    ...(language && { language }),
    whenMs: when.kind === 'at' ? (momentMs(when, zone) ?? null) : null,
    before: beforeOf(draft),
    perDay,
    notAfterMs: notAfter && (momentMs(notAfter, zone) ?? null),
    emergencyReason: purpose === 'emergency' ? emergencyReason : null,
    ...(overCapReason !== '' && { overCapReason }),
  }
}

function askedAudience(audience: ComposeAudience): InputOf<'broadcasts.preview'>['audience'] {
  switch (audience.kind) {
    case 'people':
      return { kind: 'people', personIds: audience.people.map(({ id }) => id) }
    case 'appointments':
      return { ...audience, appointmentIds: audience.appointmentIds && [...audience.appointmentIds] }
    case 'everyone':
      return audience
  }
}

/** Only who has an appointment can be written to before it. */
function beforeOf({ when, audience }: ComposeDraft): InputOf<'broadcasts.preview'>['before'] {
  if (when.kind !== 'before' || when.time === null || audience?.kind !== 'appointments') return null
  return { daysBefore: when.daysBefore, atMinute: minuteOf(when.time) }
}

/** The one person a message is for, where it is for exactly one: it then is a message of their conversation. */
export function onlyPerson(
  audience: ComposeAudience | null,
): { readonly id: string; readonly name: string } | undefined {
  return audience?.kind === 'people' && audience.people.length === 1 ? audience.people[0] : undefined
}

/**
 * The preview of a message to one person. A mass text tells at its end how to stop; a message within a conversation does
 * not, so that line is taken off what the core shows for a mass text.
 */
export function asOneToOne(preview: Preview): Preview {
  const lines = preview.advice.filter(({ code }) => code === 'opt_out_line_added').map(({ found }) => ` ${found}`)
  const without = (body: string) =>
    lines.reduce((text, line) => (text.endsWith(line) ? text.slice(0, -line.length) : text), body)
  return {
    ...preview,
    recipients: preview.recipients.map((recipient) => ({ ...recipient, body: without(recipient.body) })),
    advice: preview.advice.filter(({ code }) => code !== 'opt_out_line_added'),
  }
}

/** What keeps a message from being sent: a key of `compose.missing.*`, in the order of the page; undefined when nothing does. */
export function missingPart(draft: ComposeDraft, preview: Preview | undefined): string | undefined {
  if (draft.audience === null) return 'who'
  if (draft.body.trim() === '' && draft.attachments.length === 0) return 'words'
  if (draft.purpose === 'emergency' && draft.emergencyReason.trim() === '') return 'reason'
  if (isTimeMissing(draft)) return 'time'
  if (!preview) return 'preview'
  if (preview.recipientCount === 0) return 'nobody'
  return preview.problems.length > 0 ? 'problem' : undefined
}

/** Puts a piece into a text in place of what is marked; answers the text and where the caret then stands. */
export function insertPiece(body: string, from: number, to: number, piece: string) {
  const before = body.slice(0, from)
  const after = body.slice(to)
  const lead = before === '' || /\s$/.test(before) ? '' : ' '
  return { body: `${before}${lead}${piece}${after}`, caret: before.length + lead.length + piece.length }
}
