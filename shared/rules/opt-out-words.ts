/** The languages in which replies are read. */
export type ReplyLanguage = 'en' | 'es'

/** The words of one language, in small letters without accents or punctuation, as a reply is read. */
export interface ReplyWords {
  /** Alone, these end all texts at once. */
  readonly stop: readonly string[]
  /** Of the stop words, those that people also use for appointments and errands: alone they stop, elsewhere they do not. */
  readonly everyday: readonly string[]
  /** Sentences that ask to end texts. */
  readonly stopPhrases: readonly string[]
  /** May mean stop: a person reads it, and nothing goes out until then. */
  readonly maybePhrases: readonly string[]
  /** In an everyday sentence these hold a stop word that means something else. */
  readonly innocent: readonly string[]
  readonly start: readonly string[]
  readonly help: readonly string[]
  readonly yes: readonly string[]
  /** Said with any wish without changing it. */
  readonly courtesy: readonly string[]
  /** Said around a wish to stop without changing it. */
  readonly wishing: readonly string[]
  /** What texts are called: an everyday stop word beside one of these may mean the texts. */
  readonly texts: readonly string[]
  /** In front of a stop word these turn it round. */
  readonly negations: readonly string[]
}

function listed(words: string): readonly string[] {
  return words.split(',').map((word) => word.trim())
}

/**
 * The words that end, renew or explain texts. The first seven English stop words must always be honoured.
 * Editable data. Source: 47 CFR 64.1200(a)(10); CTIA Messaging Principles 5.1; the Spanish words are ours.
 */
export const OPT_OUT_WORDS: { readonly asOf: string; readonly words: Readonly<Record<ReplyLanguage, ReplyWords>> } = {
  asOf: '2026-11-23',
  words: {
    en: {
      stop: listed(`
        stop, quit, end, revoke, opt out, cancel, unsubscribe, stopall, stop all, stop it, optout, remove, stopp,
        stpo, sotp, unsubcribe, unsuscribe, end all, cancel all, quit all, arret`),
      everyday: listed('quit, end, revoke, cancel, remove'),
      stopPhrases: listed(`
        stop texting, stop messaging, stop sending, stop contacting, stop these, stop the texts,
        stop the messages, stop texts, stop messages, stop bothering, quit texting, quit messaging, do not text,
        dont text, do not message, dont message, do not contact, dont contact, do not send, dont send,
        no more texts, no more messages, no texts, never text, never contact, remove me, remove my number,
        remove this number, take me off, take my number off, take this number off, opt me out, unsubscribe me,
        want to opt out, want to unsubscribe, delete my number, lose my number, leave me alone, cancel texts,
        cancel messages, end texts, cancel these, revoke my consent, i revoke consent, do not want texts,
        dont want texts`),
      maybePhrases: listed(`
        wrong number, wrong person, not my number, number has changed, i never signed up, did not sign up,
        didnt sign up, spam, i will report, not interested, too many texts, too many messages,
        no longer a patient, not a patient, passed away, harassment`),
      innocent: listed(`
        stop by, stop over, stop off, bus stop, stop sign, truck stop, non stop, stop taking, stop the bleeding,
        stop bleeding, stop hurting, stop smoking, stop eating, stop drinking, stop wearing, stop coughing,
        stop the meds, stop the medication, stop the antibiotic, stop the pills`),
      start: listed('start, unstop, resume, subscribe, opt in, optin, start texts, restart'),
      help: listed('help, info, help me, information'),
      yes: listed('yes, y, yep, yeah, i agree, agree'),
      courtesy: listed('please, pls, plz, thanks, thank you, thx, ty, ok, okay, hi, hello, hey, sir, maam'),
      wishing: listed(`
        now, just, immediately, asap, today, already, all, me, my, this, these, the, this number, anymore, any more, any,
        again, ever, more, can you, could you, would you, will you, you, i, i said, i want you to, i want to,
        i would like to, id like to, want, to, texts, text, messages, message, reminders, from your list,
        off your list, from the list, off the list, from this list, off this list, your list, list, guys, yes,
        no, it, so many, at this number, on this number`),
      texts: listed(`
        text, texts, texting, message, messages, sms, list, notifications, subscription, reminders, number,
        phone, cell`),
      negations: listed('dont, do not, not, never, didnt, did not, wont, cant'),
    },
    es: {
      stop: listed(`
        alto, parar, pare, paren, cancelar, cancela, cancele, no mas, basta, baja, dar de baja, darme de baja,
        detener, detengan, terminar, eliminar, quitar, salir, no mas mensajes`),
      everyday: listed(`
        alto, parar, pare, paren, cancelar, cancela, cancele, baja, basta, detener, detengan, terminar, eliminar,
        quitar, salir`),
      stopPhrases: listed(`
        no me escriban, no me escriba, no escriban, no me manden, no me mande, no manden, no me envien,
        no me envie, no envien, no me texteen, no me contacten, dejen de escribir, dejen de mandar,
        dejen de enviar, dejen de molestar, deje de escribir, deje de mandar, deje de enviar, dejen de textear,
        dejen de escribirme, dejen de mandarme, dejen de enviarme, dejen de molestarme, dejen de textearme,
        deje de escribirme, deje de mandarme, deje de enviarme, deje de molestarme, no quiero mas mensajes,
        no quiero mensajes, no quiero recibir, no mas mensajes, no mas textos, quitenme, quiteme, borrenme,
        borreme, saquenme, saqueme, eliminen mi numero, borren mi numero, denme de baja, deme de baja,
        quiero darme de baja, paren de, pare de`),
      maybePhrases: listed(`
        numero equivocado, persona equivocada, no es mi numero, se equivoco, se equivocaron, no soy,
        no me interesa, demasiados mensajes, no me moleste, no me molesten, fallecio, no mas`),
      innocent: [],
      start: listed('iniciar, empezar, comenzar, reanudar, alta, suscribir, inicio'),
      help: listed('ayuda, informacion, ayudame'),
      yes: listed('si, s, acepto, de acuerdo, si acepto'),
      courtesy: listed('por favor, porfavor, porfa, favor, gracias, hola, disculpe, senorita'),
      wishing: listed(`
        ya, ahora, de, mas, mensajes, mensaje,
        textos, nunca, me, a este numero, este numero, mi numero, de su lista, de la lista, lista, le pido que,
        les pido que, quiero, pido, que, escribirme, mandarme, enviarme, molestarme, recibir, no, si`),
      texts: listed(`
        mensaje, mensajes, texto, textos, sms, lista, avisos, notificaciones, recordatorios, numero, telefono,
        celular`),
      negations: listed('no, nunca'),
    },
  },
}
