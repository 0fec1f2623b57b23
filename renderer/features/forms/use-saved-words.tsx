import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { PrivateText } from '../../design/private-text.tsx'
import { useDrawnText, useText } from '../../i18n/use-text.ts'
import { PURPOSES } from './check-draft.ts'
import type { SavedSheet } from './use-form-check.ts'

/** Says who was added and what that person agreed to, after a sheet was saved. */
export function useSavedWords(): (saved: SavedSheet) => ReactNode {
  const text = useText()
  const drawn = useDrawnText()
  const intl = useIntl()
  return ({ draft, accepted }) => {
    const agreed = PURPOSES.filter((purpose) => draft.agreed[purpose] === true)
    const name = <PrivateText>{`${draft.givenName.trim()} ${draft.familyName.trim()}`.trim()}</PrivateText>
    const list = intl.formatList(agreed.map((purpose) => text(`forms.saved.${purpose}`)))
    return (
      <>
        {agreed.length > 0 ? drawn('forms.saved', { name, list }) : drawn('forms.saved.nothing', { name })}
        {accepted.isConfirmationQueued && ` ${text('forms.saved.confirmation')}`}
      </>
    )
  }
}
