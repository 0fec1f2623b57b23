type Id<Name extends string> = string & { readonly __id: Name }

/** A person Optdesk knows: a patient, a client, a member of staff's family. */
export type PersonId = Id<'person'>
/** A member of the office who works with Optdesk. */
export type StaffId = Id<'staff'>
/** A sending number of the office. */
export type LineId = Id<'line'>
/** One scanned or photographed sheet. */
export type FormId = Id<'form'>
/** What one reader read on one sheet. */
export type FormReadingId = Id<'form_reading'>
/** One printed edition of the opt-in sheet, with its wording. */
export type FormVersionId = Id<'form_version'>
/** Blank sheets that were printed in one go. */
export type PrintRunId = Id<'print_run'>
/** One entry of the consent ledger. */
export type ConsentEventId = Id<'consent_event'>
/** One block on a number that said stop. */
export type SuppressionId = Id<'suppression'>
/** One entry of the audit ledger. */
export type AuditEventId = Id<'audit_event'>
/** One text as written, before it is copied to each recipient. */
export type MessageId = Id<'message'>
/** One message on its way to one number. */
export type DeliveryId = Id<'delivery'>
/** One request to the provider for one delivery. */
export type AttemptId = Id<'attempt'>
/** One mass text: many private messages planned together. */
export type BroadcastId = Id<'broadcast'>
/** One thread that a group of people shares: everybody sees everybody. */
export type GroupThreadId = Id<'group_thread'>
/** One thread of messages with one number. */
export type ConversationId = Id<'conversation'>
/** One text that came in. */
export type InboundMessageId = Id<'inbound_message'>
/** One status that the provider reported. */
export type StatusEventId = Id<'status_event'>
/** One stored message template. */
export type TemplateId = Id<'template'>
/** One picture, video or document that goes out with a message. */
export type MediaId = Id<'media'>
/** One place in the day's book. */
export type AppointmentId = Id<'appointment'>
/** One import of a file, from preview to last row. */
export type ImportRunId = Id<'import_run'>

/** A telephone number as `+` and 8 to 15 digits: `+12065550142`. Source: ITU-T E.164. */
export type E164 = string & { readonly __e164: true }

/** Makes a fresh id; the core builds it from its clock and its random source. */
export type NewId = () => string

/** Tells whether a text has the shape of an E.164 number. It does not say that the number can be called. */
export function isE164(text: string): text is E164 {
  return /^\+[1-9]\d{7,14}$/.test(text)
}

/** Tells whether a sending number is a short code, which stands as its five or six digits. Source: CTIA Short Code Handbook. */
export function isShortCode(text: string): boolean {
  return /^[1-9]\d{4,5}$/.test(text)
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_LENGTH = 10
/** How many random bytes a ULID takes: one for each of its random characters. */
const ULID_RANDOM_BYTES = 16

/**
 * Makes a ULID: 26 characters, 48 bits of `nowMs` and then 80 random bits, so that ids sort by the time they were made.
 * Two ids of the same millisecond have no order. Source: github.com/ulid/spec.
 */
export function newUlid(nowMs: number, random: (size: number) => Uint8Array): string {
  return timePart(nowMs) + randomPart(random(ULID_RANDOM_BYTES))
}

/**
 * Makes a source of ULIDs of one moment that sort as they come: each is one more than the one before it, from a random start. What is
 * stored by them is then written at the end of an index, and chance is drawn once for all. Source: github.com/ulid/spec.
 */
export function risingUlids(nowMs: number, random: (size: number) => Uint8Array): NewId {
  const time = timePart(nowMs)
  const digits = Array.from(random(ULID_RANDOM_BYTES), (byte) => byte % 32)
  // Half of the room stays free above the start, so that counting never comes to its end.
  digits[0] = (digits[0] ?? 0) % 16
  return () => {
    let id = time
    for (const digit of digits) id += CROCKFORD.charAt(digit)
    countUp(digits)
    return id
  }
}

function countUp(digits: number[]): void {
  for (let place = digits.length - 1; place >= 0; place -= 1) {
    const next = (digits[place] ?? 0) + 1
    digits[place] = next % 32
    if (next < 32) return
  }
}

function timePart(nowMs: number): string {
  if (!Number.isInteger(nowMs) || nowMs < 0 || nowMs >= 2 ** 48) throw new RangeError(`No ULID for the time ${nowMs}`)
  let rest = nowMs
  let text = ''
  for (let place = 0; place < TIME_LENGTH; place += 1) {
    text = CROCKFORD.charAt(rest % 32) + text
    rest = Math.floor(rest / 32)
  }
  return text
}

/** Takes 5 bits of each byte: 32 divides 256, so every character is equally likely. */
function randomPart(bytes: Uint8Array): string {
  if (bytes.length !== ULID_RANDOM_BYTES) throw new RangeError(`A ULID needs ${ULID_RANDOM_BYTES} random bytes`)
  let text = ''
  for (const byte of bytes) text += CROCKFORD.charAt(byte % 32)
  return text
}
