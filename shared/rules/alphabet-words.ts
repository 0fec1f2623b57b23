import type { FormLanguage } from '../domain/opt-in-form.ts'

/** The words of the alphabet sheet. */
export const ALPHABET_WORDS: Readonly<Record<FormLanguage, { readonly heading: string; readonly intro: string }>> = {
  en: {
    heading: 'How we write',
    intro:
      'One person fills in one sheet, as on a form: dark pen, one character in each space, each like the one before it. Scan the sheet, and Optdesk learns this hand. It tells nothing about anybody.',
  },
  es: {
    heading: 'Así escribimos',
    intro:
      'Una persona llena una hoja, como en un formulario: tinta oscura, un signo en cada casilla, igual al que está antes. Escanee la hoja y Optdesk aprenderá esta letra. No dice nada de nadie.',
  },
}
