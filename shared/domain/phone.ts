import parsePhoneNumber from 'libphonenumber-js/max'
import type { E164 } from '../ids.ts'
import { err, ok } from '../result.ts'
import type { Result } from '../result.ts'
import { AREA_CODE_ZONES } from '../rules/area-code-zones.ts'

/** What kind of line a number is. The numbering plan does not tell a mobile number from a landline. */
export type PhoneKind = 'mobile-or-landline' | 'toll-free'

/** A number that can be dialled in the United States or Canada. */
export interface PhoneNumber {
  readonly e164: E164
  /** As it is shown: `(206) 555-0142`. */
  readonly national: string
  /** The IANA zone of the area code; null where the code lies in several zones or in none. */
  readonly zone: string | null
  readonly kind: PhoneKind
  /** From the range 555-0100 to 555-0199 that belongs to nobody. */
  readonly isFiction: boolean
}

/** Why a text is no number that Optdesk can text: with how many digits it has, or with the text itself. */
export type PhoneError =
  | { readonly code: 'phone_empty' }
  | { readonly code: 'phone_too_short' | 'phone_too_long'; readonly digits: number }
  | {
      readonly code: 'phone_letters' | 'phone_extension' | 'phone_premium' | 'phone_fictional' | 'phone_not_valid'
      readonly value: string
    }

const LONGEST_TEXT = 60
const NATIONAL_DIGITS = 10
const HOME_COUNTRIES = new Set(['US', 'CA', 'PR', 'VI', 'GU', 'AS', 'MP'])

/**
 * Reads a number as people write it on paper or in a list, ten digits with or without the leading 1.
 * Numbers of the range kept for fiction are accepted with `allowFiction` alone: the practice data uses them.
 * Numbers from outside the United States and Canada are refused: no text of ours reaches them.
 * Source: North American Numbering Plan; fiction range by ATIS-0300115.
 */
export function parsePhone(
  text: string,
  { allowFiction }: { readonly allowFiction: boolean },
): Result<PhoneNumber, PhoneError> {
  const value = text.slice(0, LONGEST_TEXT)
  const plain = plainText(value)
  const digits = plain.replace(/\D/g, '')

  if (plain === '') return err({ code: 'phone_empty' })
  if (/\d\s*(?:ext\.?|extension|x|#)\s*\d+$/i.test(plain)) return err({ code: 'phone_extension', value })
  if (/\p{L}/u.test(plain)) return err({ code: 'phone_letters', value })
  if (text.length > LONGEST_TEXT) return err({ code: 'phone_too_long', digits: digits.length })
  if (!/^\(?\+?[\d\s().\-/]*$/.test(plain) || isAbroad(plain, digits)) return err({ code: 'phone_not_valid', value })

  const national = digits.startsWith('1') ? digits.slice(1) : digits
  if (national.length < NATIONAL_DIGITS) return err({ code: 'phone_too_short', digits: digits.length })
  if (national.length > NATIONAL_DIGITS) return err({ code: 'phone_too_long', digits: digits.length })
  const number = classify(national, allowFiction)
  return typeof number === 'string' ? err({ code: number, value }) : ok(number)
}

/** Turns full-width digits, odd spaces and odd hyphens into plain ones and drops marks that cannot be seen. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}|−/gu, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^tel:/i, '')
}

function isAbroad(plain: string, digits: string): boolean {
  const hasPlus = /^\(?\+/.test(plain)
  return (hasPlus && !digits.startsWith('1')) || (digits.startsWith('011') && digits.length > 11)
}

/** Reads ten digits, or says which kind of number they are that nobody can text. */
function classify(
  national: string,
  allowFiction: boolean,
): PhoneNumber | 'phone_premium' | 'phone_fictional' | 'phone_not_valid' {
  const parsed = parsePhoneNumber(`+1${national}`)
  const type = parsed?.getType()
  if (type === 'PREMIUM_RATE') return 'phone_premium'
  if (!parsed?.isValid()) return 'phone_not_valid'
  const isTollFree = type === 'TOLL_FREE'
  const isAtHome = HOME_COUNTRIES.has(parsed.country ?? '') && type === 'FIXED_LINE_OR_MOBILE'
  if (!isTollFree && !isAtHome) return 'phone_not_valid'

  const isFiction = /^\d{3}55501\d\d$/.test(national)
  if (isFiction && !allowFiction) return 'phone_fictional'
  if (!isFiction && !isTollFree && national.slice(3, 6) === '555') return 'phone_not_valid'

  const e164 = `+1${national}` as E164
  const zones = zonesOfAreaCode(e164)
  return {
    e164,
    national: formatPhone(e164),
    zone: zones.length === 1 ? (zones[0] ?? null) : null,
    kind: isTollFree ? 'toll-free' : 'mobile-or-landline',
    isFiction,
  }
}

/** Groups a North American number the one way Optdesk shows it, `(206) 555-0142`; any other number stays as it is. */
export function formatPhone(e164: E164): string {
  const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164)
  return match ? `(${match[1]}) ${match[2]}-${match[3]}` : e164
}

const zonesByCode = readTable()

/** The IANA zones in which the area code of a number lies; none for a toll-free or an unknown code. */
export function zonesOfAreaCode(e164: E164): readonly string[] {
  return e164.startsWith('+1') ? (zonesByCode.get(e164.slice(2, 5)) ?? []) : []
}

function readTable(): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>()
  for (const [zone, codes] of Object.entries(AREA_CODE_ZONES.codesByZone)) {
    for (const code of codes.trim().split(/\s+/)) table.set(code, [...(table.get(code) ?? []), zone])
  }
  return table
}
