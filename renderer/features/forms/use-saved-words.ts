import { useIntl } from 'react-intl'
import { useText } from '../../i18n/use-text.ts'
import { PURPOSES } from './check-draft.ts'
import type { SavedSheet } from './use-form-check.ts'

/** Says who was added and what that person agreed to, after a sheet was saved. */
export function useSavedWords(): (saved: SavedSheet) => string {
  const text = useText()
  const intl = useIntl()
  return ({ draft, accepted }) => {
    const agreed = PURPOSES.filter((purpose) => draft.agreed[purpose] === true)
    const name = [draft.givenName, draft.familyName]
      .map((part) => part.trim())
      .join(' ')
      .trim()
    const list = intl.formatList(agreed.map((purpose) => text(`forms.saved.${purpose}`)))
    const said = agreed.length > 0 ? text('forms.saved', { name, list }) : text('forms.saved.nothing', { name })
    return accepted.isConfirmationQueued ? `${said} ${text('forms.saved.confirmation')}` : said
  }
}
