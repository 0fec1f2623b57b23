import { MEDIA_LIMITS } from '../rules/media-limits.ts'
import type { LineClass, MediaKind, MediaLimitTable, MediaPreset } from '../rules/media-limits.ts'

/** What of an attachment decides whether a message may carry it. */
export interface AttachmentFacts {
  readonly mediaType: string
  readonly sizeBytes: number
}

/** Why attachments cannot go together in one message: a code and its facts. */
export type MediaProblem =
  | { readonly code: 'media_too_many'; readonly count: number; readonly limit: number }
  | { readonly code: 'media_too_heavy'; readonly sizeBytes: number; readonly limitBytes: number }

/** How sure it is that a message arrives: with every network, or not with those that are named. */
export interface MediaFit {
  readonly isSafe: boolean
  /** The names of the networks that may refuse it, in the order of the table. */
  readonly mayRefuse: readonly string[]
}

/** The kind under which the networks know a media type; null for one that no message may carry. */
export function mediaKindOf(mediaType: string, table: MediaLimitTable = MEDIA_LIMITS): MediaKind | null {
  return Object.hasOwn(table.types, mediaType) ? (table.types[mediaType] ?? null) : null
}

/** The most that one message of a line may weigh, in bytes, by the office's choice. */
export function mediaLimitBytes(
  lineClass: LineClass,
  preset: MediaPreset,
  table: MediaLimitTable = MEDIA_LIMITS,
): number {
  return table.presetBytes[lineClass][preset]
}

/** What a message weighs with its words, in bytes. The words travel as UTF-8. */
export function messageBytes(attachments: readonly AttachmentFacts[], body: string): number {
  const pictures = attachments.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  return pictures + utf8Length(body)
}

/** Says what stands in the way of a message with these attachments; nothing does for one without any. */
export function mediaProblems(
  { attachments, body }: { readonly attachments: readonly AttachmentFacts[]; readonly body: string },
  limitBytes: number,
  table: MediaLimitTable = MEDIA_LIMITS,
): readonly MediaProblem[] {
  if (attachments.length === 0) return []
  const problems: MediaProblem[] = []
  const sizeBytes = messageBytes(attachments, body)
  const { mostAttachments } = table
  if (attachments.length > mostAttachments) {
    problems.push({ code: 'media_too_many', count: attachments.length, limit: mostAttachments })
  }
  if (sizeBytes > limitBytes) problems.push({ code: 'media_too_heavy', sizeBytes, limitBytes })
  return problems
}

/** Tells which networks may refuse a message of this weight, in bytes, from a line of this class. */
export function mediaFit(sizeBytes: number, lineClass: LineClass, table: MediaLimitTable = MEDIA_LIMITS): MediaFit {
  const mayRefuse = table.carriers.filter(({ limitBytes }) => sizeBytes > limitBytes[lineClass])
  return { isSafe: mayRefuse.length === 0, mayRefuse: mayRefuse.map(({ name }) => name) }
}

function utf8Length(text: string): number {
  let bytes = 0
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
