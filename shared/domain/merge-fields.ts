import { err, ok } from '../result.ts'
import type { Result } from '../result.ts'

/** What a message can take from the person and the appointment it is about, written `{first_name}`. */
export const MERGE_FIELDS = [
  'first_name',
  'last_name',
  'full_name',
  'appointment_day',
  'appointment_time',
  'provider',
  'practice_name',
  'practice_phone',
] as const
export type MergeField = (typeof MERGE_FIELDS)[number]

/**
 * Why a message was not filled in: it names a field that nobody knows, or fields that have no value here, all of them.
 * An unknown `field` is what stands between the braces, or the braces too where they are odd.
 */
export type MergeError =
  | { readonly code: 'merge_field_unknown'; readonly field: string }
  | { readonly code: 'merge_field_empty'; readonly fields: readonly MergeField[] }

/**
 * Everything in braces, with every brace around it, so that doubled and nested ones are seen whole. It starts only where
 * a run of braces starts: without that, a long run would be tried from each of its braces.
 */
const IN_BRACES = /(?<!\{)\{+[^{}]*\}+/g
const LONGEST_SHOWN = 60

const known: ReadonlySet<string> = new Set(MERGE_FIELDS)

function isMergeField(name: string): name is MergeField {
  return known.has(name)
}

/** Lists the fields that a message asks for, each once, in the order of the text; unknown ones are not among them. */
export function mergeFieldsIn(body: string): readonly MergeField[] {
  const names = (body.match(IN_BRACES) ?? []).map((piece) => piece.slice(1, -1))
  return [...new Set(names)].filter(isMergeField)
}

/**
 * Puts the values into a message. A value is text: braces inside it stay as they are. Braces with words in them that name
 * no field are refused, doubled and nested ones too, so that nobody receives `{frist_name}`; empty or lone braces are text.
 */
export function renderBody(
  body: string,
  values: Readonly<Record<string, string | undefined>>,
): Result<string, MergeError> {
  const unknown = unknownFieldIn(body)
  if (unknown !== undefined) return err({ code: 'merge_field_unknown', field: unknown })
  const fields = mergeFieldsIn(body).filter((field) => valueOf(field, values) === '')
  if (fields.length > 0) return err({ code: 'merge_field_empty', fields })
  return ok(
    body.replace(IN_BRACES, (piece) => {
      const name = piece.slice(1, -1)
      return isMergeField(name) ? valueOf(name, values) : piece
    }),
  )
}

function unknownFieldIn(body: string): string | undefined {
  for (const [piece] of body.matchAll(IN_BRACES)) {
    const name = piece.slice(1, -1)
    const isMeant = !isMergeField(name) && /[\p{L}\p{N}]/u.test(name)
    if (isMeant) return (/[{}]/.test(name) ? piece : name).slice(0, LONGEST_SHOWN)
  }
  return undefined
}

function valueOf(name: MergeField, values: Readonly<Record<string, string | undefined>>): string {
  return Object.hasOwn(values, name) ? (values[name]?.trim() ?? '') : ''
}
