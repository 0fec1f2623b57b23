import type { FormPractice, FormVersion } from './opt-in-form.ts'
import { LETTER_LAYOUT } from './opt-in-form-layout.ts'

const PRACTICE: FormPractice = {
  legalName: 'Harborview Family Clinic',
  address: '1400 Alder Pier Road, Suite 200, Seattle, WA 98101',
  phone: '(206) 555-0100',
  privacyAddress: 'harborview.example.org/privacy',
  termsAddress: 'harborview.example.org/sms-terms',
}

/** The English sheet of the sample practice, which is fiction: its number and addresses belong to nobody. */
export const HARBORVIEW_EN_1: FormVersion = {
  code: 'EN-1',
  language: 'en',
  effectiveOn: '2025-01-06',
  practice: PRACTICE,
  heading: 'Permission to text you',
  purposes: [
    {
      purpose: 'care',
      title: 'Appointments and care',
      sentence:
        'Yes, Harborview Family Clinic may send me text messages (SMS and MMS) about my visits: reminders, schedule changes, closures, and notes that a result or a form is ready.',
      frequency: 'Up to 8 messages a month',
    },
    {
      purpose: 'marketing',
      title: 'News and offers',
      sentence:
        'Yes, Harborview Family Clinic may send automated marketing text messages to the mobile number above: clinic news, screenings, classes and special prices.',
      frequency: 'Up to 4 messages a month',
    },
    {
      purpose: 'group',
      title: 'Group conversations',
      sentence:
        'Yes, Harborview Family Clinic may add me to group text messages with other people. Everyone in the group will see my mobile number and what I write.',
      frequency: 'How often varies with the group',
    },
  ],
  disclosures: {
    stop_and_help:
      'Reply STOP to any message to cancel, or HELP for help. You can also tell us at the desk or call (206) 555-0100.',
    rates: 'Msg & data rates may apply; your phone plan sets the price.',
    not_a_condition:
      'Consent is not a condition of treatment or of buying anything. You get the same care with every box left empty.',
    not_shared: 'We do not sell or share your mobile number or your consent with third parties for their marketing.',
    not_encrypted:
      'Text messages are not encrypted. Someone with access to your phone or to the network could read them, so we keep details of your health out of them.',
    privacy_and_terms:
      'Privacy policy: harborview.example.org/privacy  ·  Text message terms: harborview.example.org/sms-terms',
  },
  consentLine:
    'By signing, I agree to receive the text messages I ticked above from Harborview Family Clinic at the mobile number I wrote above, which is my own. I was told that text messages are not encrypted, and I accept that risk.',
  labels: {
    intro: 'Please use a dark pen. Write one CAPITAL letter or number in each space.',
    exampleTitle: 'Like this:',
    sections: ['About you', 'What may we text you about?', 'Before you sign', 'Your signature'],
    firstName: 'First name',
    lastName: 'Last name',
    mobile: 'Mobile number',
    mobileHint: 'The phone that gets our texts',
    email: 'E-mail (you may leave this empty)',
    emailHint: 'Or write only the part before @ and tick:',
    purposesHint: 'Tick each kind you want. An empty box means no.',
    signature: 'Sign inside the frame',
    date: 'Date: month / day / year',
    dateLetters: 'MMDDYYYY',
    record: 'We keep this sheet and a picture of it as the record of your answer. Ask us for a copy any time.',
    edition: 'Form EN-1 · in use since January 6, 2025',
  },
  layout: LETTER_LAYOUT,
}

/** The Spanish sheet of the sample practice: written for its readers, with the same promises as the English one. */
export const HARBORVIEW_ES_1: FormVersion = {
  code: 'ES-1',
  language: 'es',
  effectiveOn: '2025-01-06',
  practice: {
    ...PRACTICE,
    privacyAddress: 'harborview.example.org/privacidad',
    termsAddress: 'harborview.example.org/condiciones-sms',
  },
  heading: 'Autorización para mensajes de texto',
  purposes: [
    {
      purpose: 'care',
      title: 'Citas y atención médica',
      sentence:
        'Sí, Harborview Family Clinic puede mandarme mensajes de texto (SMS y MMS) sobre mis consultas: recordatorios, cambios de horario, cierres y avisos de que ya está listo un resultado o un documento.',
      frequency: 'Hasta 8 mensajes al mes',
    },
    {
      purpose: 'marketing',
      title: 'Novedades y promociones',
      sentence:
        'Sí, Harborview Family Clinic puede mandarme mensajes de texto publicitarios, enviados de forma automática al celular que anoté arriba: noticias, jornadas de salud, talleres y precios especiales.',
      frequency: 'Hasta 4 mensajes al mes',
    },
    {
      purpose: 'group',
      title: 'Conversaciones en grupo',
      sentence:
        'Sí, Harborview Family Clinic puede incluirme en mensajes de texto de grupo. Todas las personas del grupo verán mi número de celular y lo que yo escriba.',
      frequency: 'La frecuencia varía según el grupo',
    },
  ],
  disclosures: {
    stop_and_help:
      'Para dejar de recibirlos, responda STOP a cualquier mensaje; si necesita ayuda, responda HELP. También puede avisarnos en recepción o llamar al (206) 555-0100.',
    rates: 'Pueden aplicarse tarifas de mensajes y datos, según su plan de celular.',
    not_a_condition:
      'Su atención y sus compras no dependen de este permiso: recibirá el mismo trato aunque deje vacías todas las casillas.',
    not_shared:
      'No vendemos ni compartimos con terceros su número de celular ni su permiso para que le hagan publicidad.',
    not_encrypted:
      'Los mensajes de texto no van cifrados: alguien con acceso a su teléfono o a la red podría leerlos. Por eso no incluimos detalles de su salud.',
    privacy_and_terms:
      'Aviso de privacidad: harborview.example.org/privacidad  ·  Condiciones: harborview.example.org/condiciones-sms',
  },
  consentLine:
    'Con mi firma acepto recibir de Harborview Family Clinic los mensajes de texto que marqué arriba, en el número de celular que anoté y que es mío. Me explicaron que los mensajes de texto no van cifrados y acepto ese riesgo.',
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
    edition: 'Formulario ES-1 · en uso desde el 6 de enero de 2025',
  },
  layout: LETTER_LAYOUT,
}

/** Every sheet that the sample practice hands out. */
export const HARBORVIEW_FORMS: readonly FormVersion[] = [HARBORVIEW_EN_1, HARBORVIEW_ES_1]
