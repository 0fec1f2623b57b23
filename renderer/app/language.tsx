import { useLayoutEffect } from 'react'
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { IntlProvider } from 'react-intl'
import { useRead } from '../api/queries.ts'
import { WORDING } from '../i18n/wording.ts'
import type { Language } from '../i18n/wording.ts'

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' }

/** Gives everything below the language and the light or dark that a person chose; the computer's own until a desk is open. */
export function LanguageAndTheme({ children }: { readonly children: ReactNode }) {
  const { value: preferences, isLoading } = useRead('preferences.get', {})
  const language = preferences?.language ?? languageOfComputer()
  const theme = preferences?.theme ?? 'system'
  // Before the first paint: a change of light after it would be seen.
  useLayoutEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dataset['theme'] = theme
  }, [language, theme])
  // Nothing is drawn before the choice is known, so that the window never blinks in another language or another light.
  if (isLoading) return null
  return (
    <IntlProvider locale={LOCALES[language]} messages={WORDING[language]} onError={reportMissing}>
      <I18nProvider locale={LOCALES[language]}>{children}</I18nProvider>
    </IntlProvider>
  )
}

function languageOfComputer(): Language {
  return navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en'
}

/** A sentence that is missing shows its key; tests look for that. The console names it too. */
function reportMissing(error: Error): void {
  console.error(error.message)
}
