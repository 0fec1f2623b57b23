import { appointmentWords } from '../../shared/domain/appointment.ts'
import type { MergeField } from '../../shared/domain/merge-fields.ts'
import type { Instant } from '../../shared/time.ts'

/** The person and the appointment that a message is about. */
export interface MessageSubject {
  readonly givenName: string
  readonly familyName: string
  /** Null where the message is about no appointment. */
  readonly appointment: { readonly startsAtMs: Instant; readonly provider: string } | null
}

/** The office that writes: how it is called and reached, the zone in which its appointments are, and in which language. */
export interface MessageSender {
  readonly name: string
  readonly phone: string
  readonly zone: string
  readonly language: 'en' | 'es'
}

/**
 * What each merge field stands for in a message to one person; a field without a value is left out.
 * Day and time are written in the language of the words around them, and are those of the practice's wall clock, where the person will be.
 */
export function messageValues(
  subject: MessageSubject,
  sender: MessageSender,
): Readonly<Partial<Record<MergeField, string>>> {
  const { givenName, familyName, appointment } = subject
  const words = appointment && appointmentWords(appointment.startsAtMs, sender.zone, sender.language)
  return {
    first_name: givenName,
    last_name: familyName,
    full_name: `${givenName} ${familyName}`.trim(),
    practice_name: sender.name,
    practice_phone: sender.phone,
    ...(words && { appointment_day: words.day, appointment_time: words.time, provider: appointment.provider }),
  }
}
