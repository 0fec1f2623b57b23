import { useIntl } from 'react-intl'

/** A day of the calendar in words, so that month and day cannot be taken for each other; undefined for none. */
export function useSignedDay(day: string | null): string | undefined {
  const intl = useIntl()
  return day === null ? undefined : intl.formatDate(`${day}T00:00Z`, { dateStyle: 'full', timeZone: 'UTC' })
}
