import { X } from 'lucide-react'
import { IconButton } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import type { ErrorFacts } from '../../i18n/error-text.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import type { RefusedFile } from './use-attach.ts'

/** Of these the usual sentence speaks of a sheet to be scanned again. */
const SAID_OTHERWISE: ReadonlySet<string> = new Set([
  'file_broken',
  'file_empty',
  'file_too_big',
  'picture_too_many_pixels',
])

/** The files that could not be attached, each with its own sentence. The others were attached all the same. */
export function RefusedAttachments(props: {
  readonly refused: readonly RefusedFile[]
  readonly onPutAway: () => void
}) {
  const text = useText()
  const errorText = useErrorText()
  if (props.refused.length === 0) return null
  return (
    <Notice
      tone="unsure"
      isAnswer
      actions={<IconButton icon={X} label={text('common.put_away')} onPress={props.onPutAway} />}
    >
      {props.refused.map(({ name, error }, place) => (
        <p key={`${place} ${name}`}>{errorText(asAttached(error))}</p>
      ))}
    </Notice>
  )
}

function asAttached(error: ErrorFacts): ErrorFacts {
  return SAID_OTHERWISE.has(error.code) ? { ...error, code: `attached_${error.code}` } : error
}
