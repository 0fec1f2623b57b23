import { useNavigate } from 'react-router'
import { assertNever } from '../../../shared/result.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { useDrawnText, useText } from '../../i18n/use-text.ts'
import type { TextOf } from '../../i18n/use-text.ts'
import type { Reading, ReadSheet } from './taken-reading.ts'

type Cause = Extract<Reading, { state: 'unread' }>['cause']

/** Above the picture: that the sheet is still being read, or why it could not be, and what helps. */
export function ReadingNote({ reading, onRetake }: { readonly reading: Reading; readonly onRetake: () => void }) {
  const text = useText()
  if (reading.state === 'waiting') {
    return (
      <p className="od-reading-waits" role="status">
        {text('forms.reading.waiting.long')}
      </p>
    )
  }
  if (reading.state !== 'unread') return null
  return (
    <Notice tone="unsure" actions={<Button onPress={onRetake}>{text('forms.retake')}</Button>}>
      <strong>{causeText(reading.cause, text)}</strong> {text('forms.unread.type_it')}
    </Notice>
  )
}

/** Why a sheet could not be read, and what to do for the next picture of it. */
function causeText(cause: Cause, text: TextOf): string {
  switch (cause.code) {
    case 'corner_missing':
      return text('forms.unread.corner_missing', {
        count: cause.corners.length,
        corner: text(`forms.corner.${cause.corners[0] ?? 'top_left'}`),
      })
    case 'unknown_version':
    case 'newer_version':
      return text(`forms.unread.${cause.code}`, { code: cause.formCode })
    case 'no_marks':
    case 'two_sheets':
    case 'mirrored':
    case 'too_small':
    case 'too_blurred':
    case 'code_unreadable':
    case 'reader_failed':
      return text(`forms.unread.${cause.code}`)
    default:
      return assertNever(cause)
  }
}

/** The same serial number was read on another sheet: the same paper came in twice. */
export function TwinNote({ twins }: { readonly twins: ReadSheet['twins'] }) {
  const text = useText()
  const drawn = useDrawnText()
  const navigate = useNavigate()
  const [twin] = twins
  if (!twin) return null
  const show = <Button onPress={() => void navigate(paths.form(twin.id))}>{text('forms.twin.show')}</Button>
  const name = <PrivateText>{twin.personName ?? twin.name}</PrivateText>
  return (
    <Notice tone="unsure" actions={show}>
      {drawn(`forms.twin.${twin.state}`, { name })}
    </Notice>
  )
}
