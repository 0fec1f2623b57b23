import { useCallback } from 'react'
import { useIntl } from 'react-intl'

/** Values for the places in a sentence: `{count}`, `{name}`. */
export type TextValues = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Chooses a sentence by its key and fills in its values. */
export type TextOf = (key: string, values?: TextValues) => string

/** The wording in the language of the window. */
export function useText(): TextOf {
  const intl = useIntl()
  return useCallback((key, values) => intl.formatMessage({ id: key, defaultMessage: key }, { ...values }), [intl])
}
