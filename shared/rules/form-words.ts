import type { FormLanguage } from '../domain/opt-in-form.ts'
import { FORM_WORDS_EN } from './form-words-en.ts'
import { FORM_WORDS_ES } from './form-words-es.ts'
import type { FormWords } from './form-words-shape.ts'

/** The words of the sheet by language, each written for its readers. */
export const FORM_WORDS: Readonly<Record<FormLanguage, FormWords>> = { en: FORM_WORDS_EN, es: FORM_WORDS_ES }
