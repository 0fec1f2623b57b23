import type { FormWords, SizedWords } from './form-words-shape.ts'

const regular: SizedWords = {
  sentences: {
    care: (name) =>
      `Sí, ${name} puede mandarme mensajes de texto (SMS y MMS) sobre mis consultas: recordatorios, cambios de horario, cierres y avisos de que ya está listo un resultado o un documento.`,
    marketing: (name) =>
      `Sí, ${name} puede mandarme mensajes de texto publicitarios, enviados de forma automática al celular que anoté arriba: noticias, jornadas de salud, talleres y precios especiales.`,
    group: (name) =>
      `Sí, ${name} puede incluirme en mensajes de texto de grupo. Todas las personas del grupo verán mi número de celular y lo que yo escriba.`,
  },
  disclosures: ({ phone, privacyAddress, termsAddress }) => ({
    stop_and_help: `Para dejar de recibirlos, responda STOP a cualquier mensaje; si necesita ayuda, responda HELP. También puede avisarnos en recepción${phone === '' ? '' : ` o llamar al ${phone}`}.`,
    rates: 'Pueden aplicarse tarifas de mensajes y datos, según su plan de celular.',
    not_a_condition:
      'Su atención y sus compras no dependen de este permiso: recibirá el mismo trato aunque deje vacías todas las casillas.',
    not_shared:
      'No vendemos ni compartimos con terceros su número de celular ni su permiso para que le hagan publicidad.',
    not_encrypted:
      'Los mensajes de texto no van cifrados: alguien con acceso a su teléfono o a la red podría leerlos. Por eso no incluimos detalles de su salud.',
    privacy_and_terms: `Aviso de privacidad: ${privacyAddress}  ·  Condiciones: ${termsAddress}`,
  }),
  consentLine: (name) =>
    `Con mi firma acepto recibir de ${name} los mensajes de texto que marqué arriba, en el número de celular que anoté y que es mío. Me explicaron que los mensajes de texto no van cifrados y acepto ese riesgo.`,
}

const large: SizedWords = {
  sentences: {
    care: (name) => `Sí, ${name} puede mandarme mensajes de texto (SMS y MMS) sobre mis consultas.`,
    marketing: (name) => `Sí, ${name} puede mandarme mensajes de texto publicitarios y automáticos a mi número.`,
    group: (name) => `Sí, ${name} puede incluirme en mensajes de texto de grupo. Todos allí verán mi número.`,
  },
  disclosures: ({ phone, privacyAddress, termsAddress }) => ({
    stop_and_help: `Para no recibir más, responda STOP; para ayuda, HELP${phone === '' ? '' : ` o llame al ${phone}`}.`,
    rates: 'Pueden aplicarse tarifas de mensajes y datos.',
    not_a_condition: 'Su atención y sus compras no dependen de este permiso.',
    not_shared: 'No vendemos ni compartimos su número con terceros para publicidad.',
    not_encrypted: 'Los mensajes de texto no van cifrados: otros podrían leerlos.',
    privacy_and_terms: `Privacidad: ${privacyAddress}  ·  Condiciones: ${termsAddress}`,
  }),
  consentLine: (name) =>
    `Con mi firma acepto recibir de ${name} los mensajes de texto que marqué, en el número de arriba, que es mío. Sé que los mensajes de texto no van cifrados y acepto ese riesgo.`,
}

/** The Spanish sheet: written for its readers, with the same promises as the English one. */
export const FORM_WORDS_ES: FormWords = {
  heading: 'Autorización para mensajes de texto',
  titles: {
    care: 'Citas y atención médica',
    marketing: 'Novedades y promociones',
    group: 'Conversaciones en grupo',
  },
  aMonth: (count) => (count === 1 ? 'Hasta 1 mensaje al mes' : `Hasta ${count} mensajes al mes`),
  varies: {
    care: 'La frecuencia varía',
    marketing: 'La frecuencia varía',
    group: 'La frecuencia varía según el grupo',
  },
  bySize: { regular, large },
  labels: {
    intro: 'Use tinta oscura y MAYÚSCULAS: una letra o un número en cada casilla.',
    exampleTitle: 'Así:',
    sections: ['Sus datos', '¿Sobre qué podemos escribirle?', 'Antes de firmar', 'Su firma'],
    firstName: 'Nombre',
    lastName: 'Apellidos',
    mobile: 'Número de celular',
    mobileHint: 'El teléfono en el que recibirá los mensajes',
    email: 'Correo electrónico (puede dejarlo vacío)',
    emailHint: 'O escriba solo lo que va antes de @ y marque:',
    purposesHint: 'Marque lo que desee recibir. Una casilla vacía significa que no.',
    signature: 'Firme dentro del recuadro',
    date: 'Fecha: mes / día / año',
    dateLetters: 'MMDDAAAA',
    record:
      'Guardamos esta hoja y una imagen de ella como constancia de su respuesta. Pídanos una copia cuando quiera.',
  },
  edition: (code, isoDay) => `Formulario ${code} · en uso desde el ${longDay(isoDay)}`,
}

function longDay(isoDay: string): string {
  return new Intl.DateTimeFormat('es-MX', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${isoDay}T00:00Z`))
}
