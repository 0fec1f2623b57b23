import type { CellReading, FieldReading } from '../../shared/domain/form-reading.ts'
import type { SheetOutcome } from '../../electron/workshop/port.ts'

/** One field as it is told: its text, how sure its weakest character is, and each cell with what else it may be. */
interface ScannedField {
  readonly text: string
  readonly confidence: number
  readonly chars: readonly CellReading[]
}

/** One box as it is told. `checked` is said of a plain tick alone; `mark` and `doubt` say what a person should look at. */
interface ScannedBox {
  readonly checked: boolean
  readonly confidence: number
  readonly mark: string
  readonly doubt: string | null
}

/** One sheet as `npm run scan` tells it. `reason` is null where it was read; `corners` are those that are not seen. */
export interface ScanLine {
  readonly file: string
  readonly page: number
  readonly ok: boolean
  readonly reason: string | null
  readonly corners?: readonly string[]
  readonly form: { readonly code: string; readonly serial: string | null } | null
  readonly fields: Readonly<Record<string, ScannedField>>
  readonly boxes: Readonly<Record<string, ScannedBox>>
  readonly signature: { readonly present: boolean; readonly confidence: number } | null
  readonly ms: number
}

const NOTHING = { form: null, fields: {}, boxes: {}, signature: null } as const

/** What the reader made of a page. */
export function lineOf(file: string, page: number, outcome: SheetOutcome, tookMs: number): ScanLine {
  const ms = Math.round(tookMs)
  if (outcome.kind === 'unread') {
    const { cause } = outcome
    const corners = cause.code === 'corner_missing' ? { corners: cause.corners } : {}
    const form = 'formCode' in cause ? { code: cause.formCode, serial: null } : null
    return { ...NOTHING, file, page, ok: false, reason: cause.code, ...corners, form, ms }
  }
  const { formCode, serial, fields, boxes, signature } = outcome.reading
  return {
    file,
    page,
    ok: true,
    reason: null,
    form: { code: formCode, serial },
    fields: eachOf(fields, scannedField),
    boxes: eachOf(boxes, ({ mark, confidence, doubt }) => ({ checked: mark === 'ticked', confidence, mark, doubt })),
    signature: { present: signature.isPresent, confidence: signature.confidence },
    ms,
  }
}

/** A page that could not even be looked at. */
export function refusedLine(file: string, page: number, reason: string, tookMs: number): ScanLine {
  return { ...NOTHING, file, page, ok: false, reason, ms: Math.round(tookMs) }
}

/** The same for a person at a terminal. */
export function sentenceOf({ file, page, reason, corners = [], form, fields, boxes, signature, ms }: ScanLine): string {
  const head = `${file}${page > 1 ? ` (page ${page})` : ''}:`
  if (reason !== null) return [head, reason, ...corners, `(${ms} ms)`].join(' ')
  const told = Object.entries(fields).map(
    ([name, { text, confidence }]) => `${name} ${text}${confidence < 0.9 ? '?' : ''}`,
  )
  const marked = Object.entries(boxes).map(([name, { mark, doubt }]) => `${name} ${doubt ?? mark}`)
  const signed = signature?.present === true ? 'signed' : 'not signed'
  return `${head} ${form?.code ?? ''} ${form?.serial ?? ''}, ${[...told, ...marked, signed].join(', ')} (${ms} ms)`
}

function scannedField({ text, confidence, cells }: FieldReading): ScannedField {
  return { text, confidence, chars: cells }
}

function eachOf<T, U>(of: Readonly<Partial<Record<string, T>>>, make: (value: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(
    Object.entries(of).flatMap(([name, value]) => (value === undefined ? [] : [[name, make(value)] as const])),
  )
}
