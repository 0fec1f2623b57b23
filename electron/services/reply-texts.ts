/** What a reply text names. */
export interface ReplyTextFacts {
  readonly practiceName: string
  /** Empty when the practice gave none. */
  readonly practicePhone: string
}

/** The texts that Optdesk sends by itself, in the language of the person. */
export interface ReplyTexts {
  /** The one answer to STOP. It must not advertise anything. Source: 47 CFR 64.1200(a)(12). */
  readonly optedOut: (facts: ReplyTextFacts) => string
  /** The answer to HELP: who writes, what it costs, how to stop, whom to call. Source: CTIA Messaging Principles 5.1. */
  readonly help: (facts: ReplyTextFacts) => string
}

export const REPLY_TEXTS: Readonly<Record<'en' | 'es', ReplyTexts>> = {
  en: {
    optedOut: ({ practiceName }) =>
      `${practiceName}: You are opted out and will get no more texts from us. Reply START to get them again.`,
    help: ({ practiceName, practicePhone }) =>
      `${practiceName}: appointment texts. Msg frequency varies. Msg & data rates may apply.` +
      `${practicePhone === '' ? '' : ` Call ${practicePhone}.`} Reply STOP to end.`,
  },
  es: {
    optedOut: ({ practiceName }) =>
      `${practiceName}: No le enviaremos más mensajes. Responda START si quiere recibirlos de nuevo.`,
    help: ({ practiceName, practicePhone }) =>
      `${practiceName}: mensajes sobre sus citas. La frecuencia varía. Pueden aplicarse tarifas de mensajes y datos.` +
      `${practicePhone === '' ? '' : ` Llame al ${practicePhone}.`} Responda STOP para no recibir más.`,
  },
}
