import { useState } from 'react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useWrite } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { ConfirmDialog } from '../../design/dialog.tsx'
import { Notice } from '../../design/notice.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'

/** What can still be done about what has not left: hold it, let it go on, or cancel it. */
export function BroadcastActions({ broadcast }: { readonly broadcast: OutputOf<'broadcasts.pause'> }) {
  const text = useText()
  const errorText = useErrorText()
  const pause = useWrite('broadcasts.pause')
  const resume = useWrite('broadcasts.resume')
  const cancel = useWrite('broadcasts.cancel')
  const [isAsking, setAsking] = useState(false)
  const { id, state, counts } = broadcast
  const error = pause.error ?? resume.error ?? cancel.error
  const waiting = (counts.queued ?? 0) + (counts.held ?? 0)
  if (waiting === 0) return null
  return (
    <div className="od-broadcast-actions">
      {state === 'paused' ? (
        <Button isPending={resume.isRunning} onPress={() => void resume.run({ id })}>
          {text('broadcast.resume')}
        </Button>
      ) : (
        <Button isPending={pause.isRunning} onPress={() => void pause.run({ id })}>
          {text('broadcast.pause')}
        </Button>
      )}
      <Button isPending={cancel.isRunning} onPress={() => setAsking(true)}>
        {text('broadcast.cancel')}
      </Button>
      {error && (
        <Notice tone="brick" isAnswer>
          {errorText(error)}
        </Notice>
      )}
      <ConfirmDialog
        title={text('broadcast.cancel.title', { count: waiting })}
        isOpen={isAsking}
        isDanger
        confirmText={text('broadcast.cancel.confirm', { count: waiting })}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          void cancel.run({ id })
        }}
      >
        <p>{text('broadcast.cancel.text')}</p>
      </ConfirmDialog>
    </div>
  )
}
