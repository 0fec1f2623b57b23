import type { MergeField } from '../../../shared/domain/merge-fields.ts'

/** The occasions a message can be started from; the name of each is `compose.starter.<occasion>`. */
export const OCCASIONS = ['schedule_change', 'running_late', 'closed', 'reminder'] as const
export type Occasion = (typeof OCCASIONS)[number]

/** First words for each occasion in the languages patients read. They are short, name no illness, and put no period after a time: in Spanish `a.m.` brings its own. */
export const STARTERS: Readonly<Record<Occasion, Readonly<Record<'en' | 'es', string>>>> = {
  schedule_change: {
    en: '{practice_name}: your appointment on {appointment_day} at {appointment_time} has to be moved. Please call {practice_phone} and we will find another time.',
    es: '{practice_name}: tenemos que cambiar su cita ({appointment_day}, {appointment_time}). Llame al {practice_phone} y buscamos otra hora.',
  },
  running_late: {
    en: '{practice_name}: we are running about 30 minutes late today. To choose another time, call {practice_phone}. Thank you for waiting.',
    es: '{practice_name}: hoy vamos con unos 30 minutos de retraso. Si prefiere otra hora, llame al {practice_phone}. Gracias por esperar.',
  },
  closed: {
    en: '{practice_name}: we are closed on {appointment_day}, so your appointment cannot take place. We will call you with a new time.',
    es: '{practice_name}: el {appointment_day} estaremos cerrados y su cita no puede ser ese día. Le llamaremos para darle otra hora.',
  },
  reminder: {
    en: '{practice_name}: {first_name}, you have an appointment on {appointment_day} at {appointment_time}; if you cannot come, call {practice_phone}.',
    es: '{practice_name}: {first_name}, tiene una cita el {appointment_day} a las {appointment_time}; si no puede venir, llame al {practice_phone}.',
  },
}

/** The fields that only an appointment can fill. */
export const APPOINTMENT_FIELDS: readonly MergeField[] = ['appointment_day', 'appointment_time', 'provider']
