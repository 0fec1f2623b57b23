import { useRead, useWrite } from '../../api/queries.ts'
import { RadioGroup } from '../../design/radio-group.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'

const THEMES = ['system', 'light', 'dark'] as const
const LANGUAGES = ['en', 'es'] as const

/** Light or dark, and the language of the window; both hold at once. */
export function AppearanceFields() {
  const text = useText()
  const errorText = useErrorText()
  const preferences = useRead('preferences.get', {}).value
  const update = useWrite('preferences.update')
  if (!preferences) return null
  return (
    <>
      <RadioGroup
        label={text('appearance.theme')}
        choices={THEMES.map((value) => ({ value, text: text(`appearance.theme.${value}`) }))}
        value={preferences.theme}
        onChange={(theme) => void update.run({ theme })}
        error={update.error && errorText(update.error)}
      />
      <RadioGroup
        label={text('appearance.language')}
        choices={LANGUAGES.map((value) => ({ value, text: text(`language.${value}`) }))}
        value={preferences.language}
        onChange={(language) => void update.run({ language })}
      />
    </>
  )
}
