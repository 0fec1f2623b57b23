import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts'
import { atZoned } from '../../../shared/time.ts'
import { withPictureWords } from '../attachments/attachment.ts'
import type { Attachment } from '../attachments/attachment.ts'

/** Who a message is meant for, as chosen here. */
export type ComposeAudience =
  | { readonly kind: 'appointments'; readonly isoDay: string; readonly appointmentIds: readonly string[] | null }
  | { readonly kind: 'people'; readonly people: readonly { readonly id: string; readonly name: string }[] }

export type MessagePurpose = InputOf<'broadcasts.preview'>['purpose']
export type Preview = OutputOf<'broadcasts.preview'>

/** When it should leave: as soon as it may, or at a time on the practice's clock. */
export type ComposeWhen =
  | { readonly kind: 'now' }
  | { readonly kind: 'at'; readonly isoDay: string | null; readonly time: string | null }

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
  title: '',
  onceKey: '',
}

/** The instant that was asked for; null for now, undefined while day or time is not complete. `zone` is the practice's. */
export function whenMs(when: ComposeWhen, zone: string): number | null | undefined {
  if (when.kind === 'now') return null
  if (when.isoDay === null || when.time === null) return undefined
  const [year = 0, month = 0, day = 0] = when.isoDay.split('-').map(Number)
  const [hour = 0, minute = 0] = when.time.split(':').map(Number)
  return atZoned({ year, month, day, hour, minute }, zone)
}

/** What is sent: as {@link previewInput}, but nothing at all while the time is not complete. */
export function sendInput(draft: ComposeDraft, zone: string): InputOf<'broadcasts.preview'> | undefined {
  return whenMs(draft.when, zone) === undefined ? undefined : previewInput(draft, zone)
}

/** What the core is asked about the draft; undefined while nobody is chosen. A time that is not complete is shown as now. */
export function previewInput(draft: ComposeDraft, zone: string): InputOf<'broadcasts.preview'> | undefined {
  const { audience, purpose, body, attachments, emergencyReason, language } = draft
  const at = whenMs(draft.when, zone) ?? null
  if (audience === null) return undefined
  const asked =
    audience.kind === 'people'
      ? { kind: audience.kind, personIds: audience.people.map(({ id }) => id) }
      : { ...audience, appointmentIds: audience.appointmentIds && [...audience.appointmentIds] }
  return {
    audience: asked,
    purpose,
    body: withPictureWords(body, attachments),
    mediaIds: attachments.map(({ id }) => id),
    ...(language && { language }),
    whenMs: at,
    emergencyReason: purpose === 'emergency' ? emergencyReason : null,
  }
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
  if (draft.when.kind === 'at' && (draft.when.isoDay === null || draft.when.time === null)) return 'time'
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
