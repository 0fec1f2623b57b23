import { useCallback } from 'react'
import { useIntl } from 'react-intl'
import { useText } from '../../i18n/use-text.ts'

/** Writes a size as it stands on files and in settings: in KB, from a megabyte on in MB. */
export function useSizeText(): (sizeBytes: number) => string {
  const text = useText()
  const intl = useIntl()
  return useCallback(
    (sizeBytes) => {
      if (sizeBytes < 1_000_000) return text('media.size.kb', { size: Math.ceil(sizeBytes / 1000) })
      return text('media.size.mb', { size: intl.formatNumber(sizeBytes / 1_000_000, { maximumFractionDigits: 1 }) })
    },
    [text, intl],
  )
}
