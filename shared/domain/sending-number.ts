import type { E164 } from '../ids.ts'
import { isShortCode } from '../ids.ts'
import { err, ok } from '../result.ts'
import type { Result } from '../result.ts'
import { parsePhone } from './phone.ts'
import type { PhoneError } from './phone.ts'

/** What kind of number an office sends by. */
export type LineClass = '10dlc' | 'toll_free' | 'short_code'

/** Why a text is no sending number of a class. */
export type SendingNumberError =
  | PhoneError
  | { readonly code: 'short_code_not_valid' | 'line_class_wrong'; readonly value: string }

/** Reads a sending number as it was typed: a short code's digits, or a number in E.164 of the class that is said. */
export function readSendingNumber(
  typed: string,
  lineClass: LineClass,
  { allowFiction }: { readonly allowFiction: boolean },
): Result<E164, SendingNumberError> {
  const value = typed.trim()
  if (lineClass === 'short_code') {
    const digits = value.replace(/[\s-]/g, '')
    return isShortCode(digits) ? ok(digits as E164) : err({ code: 'short_code_not_valid', value })
  }
  const phone = parsePhone(value, { allowFiction })
  if (!phone.ok) return phone
  const isTollFree = phone.value.kind === 'toll-free'
  return isTollFree === (lineClass === 'toll_free') ? ok(phone.value.e164) : err({ code: 'line_class_wrong', value })
}
