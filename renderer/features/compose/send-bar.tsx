import { SendHorizontal } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useRead } from '../../api/queries.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { useNow } from '../../app/use-now.ts'
import { Button } from '../../design/button.tsx'
import { ConfirmDialog } from '../../design/dialog.tsx'
import { Notice } from '../../design/notice.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useDrawnText, useText } from '../../i18n/use-text.ts'
import { MediaStrip } from '../attachments/media-picture.tsx'
import { missingPart, onlyPerson } from './compose-draft.ts'
import { sendWords } from './send-words.ts'
import type { Compose } from './use-compose.ts'
import { useSend } from './use-send.ts'
import type { Sent } from './use-send.ts'

/** The foot of the page: what is missing, and the button that says what it will do and asks once more with the number. */
export function SendBar({ compose, onSent }: { readonly compose: Compose; readonly onSent: (sent: Sent) => void }) {
  const text = useText()
  const drawn = useDrawnText()
  const errorText = useErrorText()
  const moment = useMoment()
  const now = useNow()
  const { draft, preview, change } = compose
  const sending = useSend(compose, onSent)
  const [question, setQuestion] = useState<'none' | 'wanted' | 'open'>('none')
  const person = onlyPerson(draft.audience)
  const missing = missingPart(draft, preview)
  const words = sendWords(preview, person !== undefined, now)
  const isReady = missing === undefined && !compose.isBehind && !sending.isSending
  const values = {
    count: words.count,
    name: <PrivateText>{person?.name}</PrivateText>,
    when: words.atMs === null ? '' : moment.when(words.atMs, now),
  }
  const ask = () => {
    if (missing !== undefined || sending.isSending) return
    // The key belongs to the message, not to the press: the same message asked for twice is sent once.
    if (draft.onceKey === '') change({ onceKey: crypto.randomUUID() })
    setQuestion('wanted')
  }
  // A press while the preview catches up is not lost: the question comes as soon as its numbers are right.
  useEffect(() => {
    if (question === 'wanted' && isReady) setQuestion('open')
    else if (question === 'wanted' && missing !== undefined) setQuestion('none')
  }, [question, isReady, missing])
  const confirm = () => {
    setQuestion('none')
    void sending.send()
  }
  usePageCommand('page.primary', ask)
  const label = missing === undefined ? drawn(`compose.send.${words.key}`, values) : text('compose.send')
  return (
    <footer className="od-send-bar">
      {sending.error && (
        <Notice tone="brick" isAnswer>
          {errorText(sending.error)}
        </Notice>
      )}
      <div className="od-send-line">
        <p className="od-meta" role="status">
          {missing !== undefined && text(`compose.missing.${missing}`)}
        </p>
        <Button
          kind="primary"
          size="touch"
          icon={SendHorizontal}
          keys="Mod+Enter"
          isDisabled={missing !== undefined}
          isPending={sending.isSending}
          onPress={ask}
        >
          {label}
        </Button>
      </div>
      <ConfirmDialog
        title={drawn(`compose.confirm.${words.key}`, values)}
        isOpen={question === 'open'}
        confirmText={label}
        onClose={() => setQuestion('none')}
        onConfirm={confirm}
      >
        <ConfirmWords compose={compose} isToOne={person !== undefined} />
      </ConfirmDialog>
    </footer>
  )
}

function ConfirmWords({ compose, isToOne }: { readonly compose: Compose; readonly isToOne: boolean }) {
  const text = useText()
  const line = useRead('queue.status', {}).value
  const { preview, draft } = compose
  const words = preview?.recipients[0]?.body ?? ''
  const isAway =
    line !== undefined && (line.connection !== 'online' || line.isPausedByPerson || line.linePause !== null)
  return (
    <>
      {!isToOne && <p>{text('compose.confirm.private')}</p>}
      <MediaStrip media={draft.attachments} />
      {words !== '' && (
        <blockquote className="od-confirm-body">
          <PrivateText>{words}</PrivateText>
        </blockquote>
      )}
      {preview && preview.leftOutCount > 0 && (
        <p>{text('compose.confirm.left_out', { count: preview.leftOutCount })}</p>
      )}
      {isAway && <Notice tone="unsure">{text('compose.confirm.away')}</Notice>}
    </>
  )
}
