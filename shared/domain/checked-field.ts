import type { Purpose } from './consent.ts'
import { PURPOSES } from './consent.ts'
import type { BoxMark, SheetReading, SignatureReading } from './form-reading.ts'
import { SURE_CONFIDENCE } from './form-reading.ts'
import type { IsoDay } from '../time.ts'
import { writtenDay } from './written-day.ts'

/** All that a person decides on a sheet, in the order in which it is printed. */
export const CHECKED_FIELDS = [
  'given_name',
  'family_name',
  'phone',
  'email',
  'care',
  'marketing',
  'group',
  'signature',
  'signed_on',
] as const
export type CheckedFieldName = (typeof CHECKED_FIELDS)[number]

/** What the machine read in one field (null: nothing) and what a person saved. */
export interface CheckedField {
  readonly field: CheckedFieldName
  readonly read: string | null
  readonly saved: string
  readonly isChanged: boolean
}

/** What a person saved of a sheet. */
export interface SavedAnswers {
  readonly givenName: string
  readonly familyName: string
  readonly phone: string
  readonly email: string
  readonly agreed: Readonly<Record<Purpose, boolean>>
  readonly isSigned: boolean
  readonly signedOn: IsoDay
}

/** How a signature was read, in the three words that a person is shown. */
export function signatureMark({ isPresent, confidence }: SignatureReading): 'signed' | 'not_signed' | 'unclear' {
  if (confidence < SURE_CONFIDENCE) return 'unclear'
  return isPresent ? 'signed' : 'not_signed'
}

/**
 * Lays what was saved beside what was read, field by field. A box that was unclear is decided by a person and not changed;
 * one that was read and saved otherwise is. `dateOrder` is that of the sheet, for example `MMDDYYYY`.
 */
export function checkedFields(
  reading: SheetReading | null,
  saved: SavedAnswers,
  dateOrder: string,
): readonly CheckedField[] {
  const text = (field: keyof SheetReading['fields']): string | null => reading?.fields[field]?.text ?? null
  const dateText = text('signed_on')
  return [
    ofText('given_name', text('first_name'), saved.givenName),
    ofText('family_name', text('last_name'), saved.familyName),
    ofText('phone', text('mobile'), saved.phone, lastTenDigits),
    ofText('email', text('email'), saved.email),
    ...PURPOSES.map((purpose) => ofMark(purpose, reading?.boxes[purpose]?.mark ?? null, saved.agreed[purpose])),
    ofMark('signature', reading && BOX_OF_SIGNATURE[signatureMark(reading.signature)], saved.isSigned),
    ofText('signed_on', dateText === null ? null : (writtenDay(dateText, dateOrder) ?? dateText), saved.signedOn),
  ]
}

const BOX_OF_SIGNATURE = { signed: 'ticked', not_signed: 'empty', unclear: 'unclear' } as const

/** Capitals on paper and small letters in the store are the same answer. */
function ofText(
  field: CheckedFieldName,
  read: string | null,
  saved: string,
  essence: (text: string) => string = (value) => value,
): CheckedField {
  const plain = (value: string): string => essence(value.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase())
  return { field, read, saved, isChanged: read !== null && plain(read) !== plain(saved) }
}

function ofMark(field: CheckedFieldName, read: BoxMark | null, isYes: boolean): CheckedField {
  const isChanged = read === 'ticked' ? !isYes : read === 'empty' && isYes
  return { field, read, saved: isYes ? 'yes' : 'no', isChanged }
}

function lastTenDigits(text: string): string {
  return text.replace(/\D/gu, '').slice(-10)
}
