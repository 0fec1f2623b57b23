import { useState } from 'react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useWrite } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { ConfirmDialog } from '../../design/dialog.tsx'
import { Notice } from '../../design/notice.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'

/**
 * What can still be done about what has not left: hold it, let it go on, or cancel it. What Optdesk held itself goes on only
 * after a second question: its first few went badly, and the others get the same.
 */
export function BroadcastActions({ broadcast }: { readonly broadcast: OutputOf<'broadcasts.pause'> }) {
  const text = useText()
  const errorText = useErrorText()
  const pause = useWrite('broadcasts.pause')
  const resume = useWrite('broadcasts.resume')
  const cancel = useWrite('broadcasts.cancel')
  const [question, setQuestion] = useState<'none' | 'cancel' | 'resume'>('none')
  const { id, state, counts, pauseWhy } = broadcast
  const error = pause.error ?? resume.error ?? cancel.error
  const waiting = (counts.queued ?? 0) + (counts.held ?? 0)
  const isPlanning = state === 'planning'
  if (waiting === 0 && !isPlanning) return null
  const close = () => setQuestion('none')
  return (
    <div className="od-broadcast-actions">
      {state === 'paused' && (
        <Button
          isPending={resume.isRunning}
          onPress={() => (pauseWhy === null ? void resume.run({ id }) : setQuestion('resume'))}
        >
          {text('broadcast.resume')}
        </Button>
      )}
      {state !== 'paused' && !isPlanning && (
        <Button isPending={pause.isRunning} onPress={() => void pause.run({ id })}>
          {text('broadcast.pause')}
        </Button>
      )}
      <Button isPending={cancel.isRunning} onPress={() => setQuestion('cancel')}>
        {text('broadcast.cancel')}
      </Button>
      {error && (
        <Notice tone="brick" isAnswer>
          {errorText(error)}
        </Notice>
      )}
      <ConfirmDialog
        title={text('broadcast.resume.title', { count: waiting })}
        isOpen={question === 'resume'}
        confirmText={text('broadcast.resume.confirm', { count: waiting })}
        onClose={close}
        onConfirm={() => {
          close()
          void resume.run({ id })
        }}
      >
        <p>{text('broadcast.resume.text')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        title={text(isPlanning ? 'broadcast.cancel.title.planning' : 'broadcast.cancel.title', { count: waiting })}
        isOpen={question === 'cancel'}
        isDanger
        confirmText={isPlanning ? text('broadcast.cancel') : text('broadcast.cancel.confirm', { count: waiting })}
        onClose={close}
        onConfirm={() => {
          close()
          void cancel.run({ id })
        }}
      >
        <p>{text(isPlanning ? 'broadcast.cancel.text.planning' : 'broadcast.cancel.text')}</p>
      </ConfirmDialog>
    </div>
  )
}
