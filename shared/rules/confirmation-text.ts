/** What the office told its people to expect: messages a month by purpose, as its forms say. Editable. */
export const MESSAGES_A_MONTH = { care: 8, marketing: 4 } as const

/** Which of the boxes a confirmation speaks of. */
export interface ConfirmedBoxes {
  readonly care: boolean
  readonly marketing: boolean
}

/**
 * The one text that follows a signed form: who writes, what comes, how often, what it costs, HELP and STOP. It also finds
 * out a number that was typed wrong. Without letters outside GSM-7, which would make it twice as long to send.
 * Source: CTIA Messaging Principles and Best Practices, opt-in confirmation; as of 2026-11-23.
 */
export function confirmationText(practiceName: string, language: 'en' | 'es', boxes: ConfirmedBoxes): string {
  const { care, marketing } = boxes
  const count = (care ? MESSAGES_A_MONTH.care : 0) + (marketing ? MESSAGES_A_MONTH.marketing : 0)
  const what = WHAT[language][care && marketing ? 'both' : marketing ? 'marketing' : 'care']
  return language === 'en'
    ? `${practiceName}: you're signed up for ${what}. Up to ${count} msgs/mo. Msg & data rates may apply. Reply HELP for help, STOP to end.`
    : `${practiceName}: ya recibe ${what}. Hasta ${count} mensajes al mes. Pueden aplicarse tarifas de mensajes y datos. Responda HELP para ayuda o STOP para terminar.`
}

const WHAT = {
  en: {
    care: 'appointment and care texts',
    marketing: 'news and offers by text',
    both: 'appointment and care texts, news and offers',
  },
  es: {
    care: 'mensajes sobre sus citas',
    marketing: 'nuestras novedades y ofertas',
    both: 'mensajes sobre sus citas, novedades y ofertas',
  },
} as const
