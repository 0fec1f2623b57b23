import type { OutputOf } from '../../../shared/ipc/contract.ts'
import type { CombName } from '../../../shared/domain/opt-in-form-layout.ts'
import { writtenDay } from '../../../shared/domain/written-day.ts'
import type { CheckDraft, FormVersion } from './check-draft.ts'
import { isDoubtful, slotsOf, slotText } from './reading-slots.ts'
import type { RowKind, Slot } from './reading-slots.ts'

export type Reading = OutputOf<'forms.reading'>
/** A sheet that was read, with the places of its fields and its straightened page. */
export type ReadSheet = Extract<Reading, { state: 'read' }>

/** The fields of a sheet that are written by hand, cell by cell. */
export const WRITTEN = {
  givenName: { comb: 'first_name', kind: 'name' },
  familyName: { comb: 'last_name', kind: 'name' },
  phone: { comb: 'mobile', kind: 'digits' },
  email: { comb: 'email', kind: 'email' },
  signedOn: { comb: 'signed_on', kind: 'digits' },
} as const satisfies Readonly<Record<string, { readonly comb: CombName; readonly kind: RowKind }>>
export type WrittenField = keyof typeof WRITTEN
export const WRITTEN_FIELDS = Object.keys(WRITTEN) as readonly WrittenField[]

/** What a reading has put on the lines of a draft, and what a person still has to confirm of it. */
export interface TakenReading {
  readonly readingId: string
  readonly dateOrder: string
  readonly slots: Readonly<Record<WrittenField, readonly Slot[]>>
  /** A digit of the number was doubtful: it is typed a second time from the paper. */
  readonly isPhoneDoubtful: boolean
  readonly phoneAgain: string
  /** Whether a person says that the date is right; null while nobody did. */
  readonly isDateRight: boolean | null
}

/**
 * Puts a reading on the lines of an empty draft. No box is pressed by it, no signature and no date confirmed: these are a
 * person's alone.
 */
export function takeReading(empty: CheckDraft, sheet: ReadSheet, versions: readonly FormVersion[]): CheckDraft {
  const slots = slotsOfSheet(sheet)
  const version = versions.find(({ id }) => id === sheet.formVersionId)
  const taken: TakenReading = {
    readingId: sheet.readingId,
    dateOrder: sheet.places.dateOrder,
    slots,
    isPhoneDoubtful: slots.phone.some(isDoubtful),
    phoneAgain: '',
    isDateRight: null,
  }
  return {
    ...empty,
    versionId: version?.id ?? null,
    language: version?.language ?? empty.language,
    givenName: slotText(slots.givenName),
    familyName: slotText(slots.familyName),
    phone: slotText(slots.phone),
    email: slotText(slots.email),
    signedOn: writtenDay(slotText(slots.signedOn), taken.dateOrder),
    taken,
  }
}

/** A line of the draft after a person changed it. A date that was changed has to be confirmed anew. */
export function changeLine(
  taken: TakenReading,
  field: WrittenField,
  slots: readonly Slot[],
): Pick<CheckDraft, 'taken'> & Partial<CheckDraft> {
  const next = { ...taken, slots: { ...taken.slots, [field]: slots } }
  if (field !== 'signedOn') return { taken: next, [field]: slotText(slots) }
  return { taken: { ...next, isDateRight: null }, signedOn: writtenDay(slotText(slots), taken.dateOrder) }
}

/** Whether the number that was typed the second time is the one on the line. */
export function isPhoneAgainRight({ phoneAgain, slots }: TakenReading): boolean {
  const digits = (text: string): string => text.replace(/\D/gu, '').slice(-10)
  return digits(phoneAgain) !== '' && digits(phoneAgain) === digits(slotText(slots.phone))
}

function slotsOfSheet({ reading, places }: ReadSheet): TakenReading['slots'] {
  const lines = WRITTEN_FIELDS.map((name) => {
    const { comb, kind } = WRITTEN[name]
    const field = reading.fields[comb]
    return [name, field ? slotsOf(field, kind, places.combs[comb]?.groups) : []] as const
  })
  // Every field of the list has its line.
  return Object.fromEntries(lines) as TakenReading['slots']
}
