import { parsePhone } from '../../shared/domain/phone.ts'
import type { PhoneError, PhoneNumber } from '../../shared/domain/phone.ts'
import type { PersonName } from '../../shared/domain/person-name.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'

/** Reads a name as it was typed: in one spelling of its accents, without tabs and doubled spaces. */
export function readName(typed: PersonName): Result<PersonName, AppError> {
  const name = { givenName: tidy(typed.givenName), familyName: tidy(typed.familyName) }
  return name.givenName === '' && name.familyName === '' ? err({ code: 'name_missing' }) : ok(name)
}

/** Reads an e-mail address; none at all is fine. It is checked for its shape alone: nothing is ever sent to it. */
export function readEmail(typed: string): Result<string, AppError> {
  const value = tidy(typed)
  const isFine = value === '' || /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value)
  return isFine ? ok(value) : err({ code: 'email_not_valid', value })
}

/** Reads a number; the practice desk may take the numbers that belong to nobody. */
export function readPhone(typed: string, isPractice: boolean): Result<PhoneNumber, PhoneError> {
  return parsePhone(typed, { allowFiction: isPractice })
}

/** A line of text in one spelling of its accents, without what cannot be seen: tabs, line ends, NUL, doubled spaces. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
