import { SURE_CONFIDENCE } from '../../shared/domain/form-reading.ts'
import type { BoxReading, SheetReading } from '../../shared/domain/form-reading.ts'
import type { MarkMeaning, SheetPlan } from './sheet-plan.ts'
import { isSigned, meaningOf, PRINT_HANDS } from './sheet-plan.ts'

/** How many of how many. */
export interface Share {
  readonly right: number
  readonly of: number
}

/** All that is counted on read sheets. */
export type Counted =
  | 'rectified'
  | 'boxes'
  | 'boxes_asked'
  | 'false_yes'
  | 'false_yes_flagged'
  | 'signature'
  | 'phone_digits'
  | 'phones'
  | 'phone_digits_wrong_unflagged'
  | 'dates'
  | 'letters'
  | 'names'
  | 'emails'

export type Tally = Partial<Record<Counted, Share>>

/** Counts one more of something; a tally is added to in place, as there are thousands. */
export function count(tally: Tally, what: Counted, right: number, of = 1): void {
  const before = tally[what] ?? { right: 0, of: 0 }
  tally[what] = { right: before.right + right, of: before.of + of }
}

/** Holds one reading against what is truly on the sheet. Null: the sheet was not read. */
export function tallyReading(tally: Tally, plan: SheetPlan, reading: Omit<SheetReading, 'tookMs'> | null): void {
  const isIt = reading !== null && reading.formCode === plan.version.code && reading.serial === plan.serial
  count(tally, 'rectified', isIt ? 1 : 0)
  if (!isIt) return
  for (const { purpose } of plan.version.layout.consentBoxes) {
    const [mark, read] = [plan.marks[purpose], reading.boxes[purpose]]
    if (mark && read) tallyBox(tally, meaningOf(mark), read)
  }
  count(tally, 'signature', reading.signature.isPresent === isSigned(plan.signature) ? 1 : 0)
  tallyWriting(tally, plan, reading)
}

/** An unclear box is right where a person may doubt, and only asked about where the mark was plain. */
function tallyBox(tally: Tally, meaning: MarkMeaning, { mark, confidence }: BoxReading): void {
  const isRight = { yes: mark === 'ticked', no: mark === 'empty', doubtful: mark === 'unclear' }[meaning]
  if (meaning !== 'doubtful') {
    // A question is no error: it costs a look.
    count(tally, 'boxes', isRight || mark === 'unclear' ? 1 : 0)
    count(tally, 'boxes_asked', mark === 'unclear' ? 1 : 0)
    if (meaning === 'yes') return
  }
  const isYes = mark === 'ticked'
  count(tally, 'false_yes', isYes && confidence >= SURE_CONFIDENCE ? 1 : 0)
  count(tally, 'false_yes_flagged', isYes && confidence < SURE_CONFIDENCE ? 1 : 0)
}

function tallyWriting(tally: Tally, plan: SheetPlan, { fields }: Omit<SheetReading, 'tookMs'>): void {
  const { mobile, signed_on: date, email, ...names } = plan.fields
  if (mobile !== undefined) {
    const cells = fields.mobile?.cells ?? []
    const wrong = Array.from(mobile).map((digit, place) => cells[place]?.text !== digit)
    count(tally, 'phone_digits', wrong.filter((isWrong) => !isWrong).length, mobile.length)
    count(tally, 'phones', fields.mobile?.text === mobile ? 1 : 0)
    const unflagged = wrong.filter((isWrong, place) => isWrong && (cells[place]?.confidence ?? 0) >= SURE_CONFIDENCE)
    count(tally, 'phone_digits_wrong_unflagged', unflagged.length, mobile.length)
  }
  if (date !== undefined) count(tally, 'dates', fields.signed_on?.text === date ? 1 : 0)
  // Hands that join their letters are no block capitals; nothing is promised of them.
  if (!(PRINT_HANDS as readonly string[]).includes(plan.family)) return
  for (const name of ['first_name', 'last_name'] as const) {
    const truth = names[name]
    if (truth === undefined) continue
    const cells = fields[name]?.cells ?? []
    count(
      tally,
      'letters',
      Array.from(truth).filter((letter, place) => cells[place]?.text === letter).length,
      truth.length,
    )
    count(tally, 'names', fields[name]?.text === truth ? 1 : 0)
  }
  if (email !== undefined) count(tally, 'emails', fields.email?.text === email ? 1 : 0)
}

/** Where the true share lies with 95 % certainty. Source: E. B. Wilson, J. Am. Stat. Assoc. 22, 1927. */
export function wilson({ right, of }: Share): readonly [low: number, high: number] {
  if (of === 0) return [0, 1]
  const z = 1.96
  const share = right / of
  const middle = share + (z * z) / (2 * of)
  const reach = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const scale = 1 + (z * z) / of
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)]
}
