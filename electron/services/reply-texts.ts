import type { StopScope } from '../../shared/domain/suppression.ts'

/** What a reply text names. */
export interface ReplyTextFacts {
  readonly practiceName: string
  /** Empty when the practice gave none. */
  readonly practicePhone: string
}

/** The texts that Optdesk sends by itself, in the language of the person. */
export interface ReplyTexts {
  /**
   * The one answer to STOP: what it ended and, where it did not end everything, how to. It must not advertise anything.
   * Source: 47 CFR 64.1200(a)(12).
   */
  readonly optedOut: (facts: ReplyTextFacts, scope: StopScope) => string
  /** The answer to HELP: who writes, what it costs, how to stop, whom to call. Source: CTIA Messaging Principles 5.1. */
  readonly help: (facts: ReplyTextFacts) => string
}

export const REPLY_TEXTS: Readonly<Record<'en' | 'es', ReplyTexts>> = {
  en: {
    optedOut: ({ practiceName }, scope) =>
      scope === 'everything'
        ? `${practiceName}: You are opted out and will get no more texts from us. Reply START to get them again.`
        : `${practiceName}: You will get no more ${KINDS.en[scope]} from us. Reply STOPALL to end all our texts.`,
    help: ({ practiceName, practicePhone }) =>
      `${practiceName}: appointment texts. Msg frequency varies. Msg & data rates may apply.` +
      `${practicePhone === '' ? '' : ` Call ${practicePhone}.`} Reply STOP to end.`,
  },
  es: {
    optedOut: ({ practiceName }, scope) =>
      scope === 'everything'
        ? `${practiceName}: No le enviaremos más mensajes. Responda START si quiere recibirlos de nuevo.`
        : `${practiceName}: No le enviaremos más ${KINDS.es[scope]}. Responda STOPALL para terminar todos nuestros mensajes.`,
    help: ({ practiceName, practicePhone }) =>
      `${practiceName}: mensajes sobre sus citas. La frecuencia varía. Pueden aplicarse tarifas de mensajes y datos.` +
      `${practicePhone === '' ? '' : ` Llame al ${practicePhone}.`} Responda STOP para no recibir más.`,
  },
}

const KINDS = {
  en: { care: 'appointment and care texts', marketing: 'offers', group: 'group texts' },
  es: { care: 'mensajes sobre sus citas', marketing: 'ofertas', group: 'mensajes de grupo' },
} as const
