import type { Instant } from '../time.ts'

/** What has become of an appointment. */
export type AppointmentStatus = 'booked' | 'cancelled' | 'done' | 'no_show'

const STATUS_WORDS: readonly (readonly [status: AppointmentStatus, pattern: RegExp])[] = [
  ['cancelled', /cancel|\bcxl|\bcanc\b|resched|reprogramad|deleted|void|moved/],
  ['no_show', /no ?show|\bns\b|missed|no asistio|did not attend|dna/],
  ['done', /complete|checked ?out|seen|done|finished|atendid|completad/],
]

/**
 * Reads the status cell of an export. A place given up or moved is cancelled, whatever comes of it elsewhere; a word
 * that nobody knows leaves the appointment booked, so that its person is not forgotten.
 */
export function readAppointmentStatus(text: string): AppointmentStatus {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
  return STATUS_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'booked'
}

/** Words an appointment for a message: `Tuesday, November 24` and `9:05 AM`, or `martes, 24 de noviembre` and `9:05 a.m.`. */
export function appointmentWords(
  startsAtMs: Instant,
  zone: string,
  language: 'en' | 'es',
): { readonly day: string; readonly time: string } {
  const locale = language === 'en' ? 'en-US' : 'es-US'
  return {
    day: formatterOf(locale, zone, { weekday: 'long', month: 'long', day: 'numeric' }).format(startsAtMs),
    time: formatterOf(locale, zone, { hour: 'numeric', minute: '2-digit' }).format(startsAtMs),
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** A mass text words thousands of appointments; building a formatter for each would take seconds. */
function formatterOf(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${Object.keys(options).join(' ')}`
  const known = formatters.get(key)
  if (known) return known
  const formatter = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
  formatters.set(key, formatter)
  return formatter
}
