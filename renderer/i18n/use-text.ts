import { useCallback } from 'react'
import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'

/** Values for the places in a sentence: `{count}`, `{name}`. */
export type TextValues = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Chooses a sentence by its key and fills in its values. */
export type TextOf = (key: string, values?: TextValues) => string

/** As {@link TextOf}, for a sentence some of whose values are drawn: a name that counter privacy hides. */
export type DrawnTextOf = (key: string, values: Readonly<Record<string, ReactNode>>) => ReactNode

/** The wording in the language of the window. */
export function useText(): TextOf {
  const intl = useIntl()
  return useCallback((key, values) => intl.formatMessage({ id: key, defaultMessage: key }, { ...values }), [intl])
}

/** The wording for sentences with a name, a number or words of a person in them: hand these over as `PrivateText`. */
export function useDrawnText(): DrawnTextOf {
  const intl = useIntl()
  return useCallback((key, values) => intl.formatMessage({ id: key, defaultMessage: key }, { ...values }), [intl])
}
