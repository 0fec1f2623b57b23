import type { ReplyWords } from './opt-out-words.ts'
import { listed, slipsOf } from './word-list.ts'

/** The Spanish words, see `opt-out-words.ts`. */
export const SPANISH_REPLY_WORDS: ReplyWords = {
  stop: listed(`
    alto, parar, pare, paren, cancelar, cancela, cancele, cancelen, desactivar, no mas, basta, baja, de baja, dar de baja, darme de baja,
    detener, detengan, terminar, eliminar, quitar, salir, no mas mensajes, parar todo, cancelar todo, alto a todo,
    stop, stopall, stop todo, desuscribir, desuscribirme, desuscribirse`),
  all: listed('parar todo, cancelar todo, alto a todo, stopall, stop todo'),
  everyday: listed(`
    stop, stopall, stop todo, alto, parar, pare, paren, cancelar, cancela, cancele, cancelen, baja, basta, de baja, detener, detengan, terminar, eliminar,
    quitar, salir, desactivar`),
  errands: listed('cancelar, cancela, cancele, cancelen, desactivar, baja, detener, terminar, eliminar, quitar, salir'),
  stopPhrases: listed(`
    no me escriban, no me escriba, no me escribas, no escriban, no escriba, no me manden, no me mande, no me mandes, no manden,
    no me envien, no me envie, no me envies, no envien, no me texteen, no me textee, no me contacten, no me contacte,
    no me hablen, no me busquen, no me molesten, no me moleste, dejen de escribir, dejen de mandar, dejen de enviar,
    dejen de molestar, dejen de chingar,
    dejenme de mandar, dejenme de escribir, no me llegue, no me lleguen, deje de escribir, deje de mandar, deje de enviar, deje de molestar, dejen de textear,
    dejen de escribirme, dejen de mandarme, dejen de enviarme, dejen de molestarme, dejen de textearme,
    deje de escribirme, deje de mandarme, deje de enviarme, deje de molestarme, no quiero mas mensajes,
    no quiero mensajes, no quiero recibir, no deseo recibir, no deseo mensajes, no quiero que me escriban,
    no quiero que me manden, no mas mensajes, no mas textos, quitenme, quiteme, quitame, sacame, borrame, eliminame, borrenme, borreme, saquenme, saqueme,
    eliminenme, elimineme, eliminen mi numero, elimine mi numero, borren mi numero, borre mi numero, borrar mi numero, denme de baja,
    deme de baja, quiero darme de baja, paren de, pare de, dejenme en paz, dejeme en paz, dejenme tranquila,
    dejenme tranquilo, dejeme tranquila, dejeme tranquilo, nunca mas me escriban,
    nunca mas me manden, nunca me escriban, retiro mi consentimiento, revoco mi consentimiento`),
  maybePhrases: listed(`
    no me interesa, demasiados mensajes, muchos mensajes, parenle, no moleste, no molesten, no molestar, fallecio, murio,
    difunto, difunta, ya no soy paciente, ya no voy con ustedes, cambie de doctor, cambie de medico, cambie de dentista,
    nunca me inscribi, no me inscribi, no pedi esto, no di permiso, les dio mi numero, sacaron mi numero,
    consiguieron mi numero, los voy a reportar, los voy a demandar, poner una queja, dejen de mandarle,
    dejen de escribirle, no me manden ofertas, no quiero ofertas, no quiero promociones, no texto, no textos, no mensajes,
    mejor llamenme, no autorizo, los voy a bloquear, largo de aqui`),
  maybeAlone: listed(`
    ya no, ya no gracias, ya estuvo, nomas, ya nomas, bloqueado, bloqueada, bloquear, ya fue mucho, no quiero, no quiero nada, no deseo, no deseo nada, fuera, ya es mucho, no soy *,
    yo no soy *`),
  wrongNumber: listed(`
    numero equivocado, persona equivocada, equivocado de numero, equivocado de persona, esta equivocado, esta equivocada,
    no es mi numero, se equivoco, se equivocaron, ya no es el numero, no es el numero, numero ya no es, no soy esa persona,
    no conozco a, con ese nombre, no hay ninguna *, no hay ningun *, aqui no vive, no soy maria`),
  innocent: listed(`
    no mas queria, no mas quiero, no mas quisiera, no mas pregunto, no mas para, no mas que, no mas es, nada mas, no soy yo,
    no soy alergica, no soy alergico, no soy diabetica, no soy diabetico, no hay ninguna cita, no hay ningun problema,
    no hay ninguna duda, no hay ningun dolor, no conozco a ese doctor, no conozco a esa doctora`),
  start: listed('iniciar, empezar, comenzar, reanudar, alta, suscribir, inicio'),
  help: listed('ayuda, informacion, ayudame'),
  yes: listed('si, s, acepto, de acuerdo, si acepto'),
  courtesy: listed('por favor, porfavor, porfa, favor, gracias, hola, disculpe, senorita'),
  wishing: listed(`
    ya, ahora, de, mas, mensajes, mensaje, textos, texto, nada, nunca, me, mi, a este numero, este numero, mi numero,
    de su lista, de sus listas, de la lista, lista, le pido que, les pido que, quiero, pido, que, escribirme, mandarme, enviarme, mandar,
    enviar, escribir, molestarme, recibir, no, si, todo`),
  texts: listed(`
    mensaje, mensajes, texto, textos, sms, lista, avisos, notificaciones, recordatorios, numero, telefono, celular`),
  negations: listed('no, nunca'),
  slips: slipsOf(`
    cancelar: canselar, canclar, cancelr
    equivocado: ekivocado, equibocado, equivcado, ecuivocado
    equivocada: ekivocada, equibocada
    mensajes: mensages, mensjes, mensajs, msjs, mjs, msj
    numero: num, nmero, numro
    escriban: escrivan, escrban
    manden: mandn, mandes
    mas: maz, ms`),
  guessable: listed('cancelar, mensajes, equivocado, escriban, manden'),
  ordinary: listed(
    'mensaje, mande, mandan, mandes, menden, mander, pueden, mandar, cancela, cancelan, escriben, escribo, cancelara',
  ),
}
