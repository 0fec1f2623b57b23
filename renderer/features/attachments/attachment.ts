import type { OutputOf } from '../../../shared/ipc/contract.ts'

/** A picture or file as the core keeps it. */
export type MediaItem = OutputOf<'media.add'>['added'][number]

/** Something attached to a message that is being written, with what it shows in words where somebody wrote that. */
export interface Attachment extends MediaItem {
  readonly inWords: string
}

/** The words as they are sent: what the pictures show stands below them, each on a line of its own. */
export function withPictureWords(body: string, attachments: readonly Attachment[]): string {
  if (attachments.length === 0) return body
  const lines = attachments.map(({ inWords }) => inWords.trim()).filter((line) => line !== '')
  return [body.trimEnd(), ...lines].filter((line) => line !== '').join('\n')
}

/** The same attachments, with one changed in words. */
export function sayInWords(attachments: readonly Attachment[], id: string, inWords: string): readonly Attachment[] {
  return attachments.map((one) => (one.id === id ? { ...one, inWords } : one))
}

/** What is attached and what came, each once: the same picture twice says nothing more. */
export function attach(attachments: readonly Attachment[], added: readonly MediaItem[]): readonly Attachment[] {
  const known = new Set(attachments.map(({ id }) => id))
  const fresh = added.filter(({ id }) => !known.has(id) && known.add(id))
  return [...attachments, ...fresh.map((item) => ({ ...item, inWords: '' }))]
}

/** The size in bytes of everything attached. */
export function totalBytes(attachments: readonly MediaItem[]): number {
  return attachments.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
}
