import { useState } from 'react'
import { useWrite } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { ConfirmDialog } from '../../design/dialog.tsx'
import { Notice } from '../../design/notice.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useDrawnText, useText } from '../../i18n/use-text.ts'
import type { Delivery } from './delivery-truth.ts'

/** What a person can say of a message nobody knows the end of. Sending it again may make a double, so it asks once more. */
export function DoubtActions({ delivery }: { readonly delivery: Delivery }) {
  const text = useText()
  const drawn = useDrawnText()
  const errorText = useErrorText()
  const settle = useWrite('deliveries.settle')
  const [isAsking, setAsking] = useState(false)
  const decide = (decision: 'arrived' | 'leave' | 'send_again') => {
    setAsking(false)
    void settle.run({ id: delivery.id, decision })
  }
  return (
    <div className="od-doubt">
      <Button isPending={settle.isRunning} onPress={() => decide('arrived')}>
        {text('messages.doubt.arrived')}
      </Button>
      <Button isPending={settle.isRunning} onPress={() => decide('leave')}>
        {text('messages.doubt.leave')}
      </Button>
      <Button isPending={settle.isRunning} onPress={() => setAsking(true)}>
        {text('messages.doubt.send_again')}
      </Button>
      {settle.error && (
        <Notice tone="brick" isAnswer>
          {errorText(settle.error)}
        </Notice>
      )}
      <ConfirmDialog
        title={text('messages.doubt.title')}
        isOpen={isAsking}
        isDanger
        confirmText={text('messages.doubt.send_again')}
        onClose={() => setAsking(false)}
        onConfirm={() => decide('send_again')}
      >
        <p>{drawn('messages.doubt.text', { name: <PrivateText>{delivery.displayName}</PrivateText> })}</p>
      </ConfirmDialog>
    </div>
  )
}
