import { useWrite } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Disclosure } from '../../design/disclosure.tsx'
import { Notice } from '../../design/notice.tsx'
import { DeliveryStateWord } from '../../design/state-word.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { AttemptList } from './attempt-list.tsx'
import type { Delivery } from './delivery-truth.ts'
import { DoubtActions } from './doubt-actions.tsx'
import { useTruth } from './use-truth.ts'

/** The truth under a message that went out or waits: its state, the sentence why, and what can still be done. */
export function DeliveryFoot({ delivery, by }: { readonly delivery: Delivery; readonly by: string }) {
  const text = useText()
  const truth = useTruth()
  return (
    <div className="od-bubble-foot">
      <DeliveryStateWord state={delivery.state} />
      <span>{truth(delivery)}</span>
      {(delivery.state === 'queued' || delivery.state === 'held') && <CallBack id={delivery.id} />}
      {(delivery.state === 'in_doubt' || delivery.state === 'needs_person') && <DoubtActions delivery={delivery} />}
      <Disclosure title={text('messages.detail')}>
        <AttemptList delivery={delivery} by={by} />
      </Disclosure>
    </div>
  )
}

/** What has not left can be called back. */
function CallBack({ id }: { readonly id: string }) {
  const text = useText()
  const errorText = useErrorText()
  const cancel = useWrite('deliveries.cancel')
  return (
    <>
      <Button kind="plain" isPending={cancel.isRunning} onPress={() => void cancel.run({ id })}>
        {text('messages.call_back')}
      </Button>
      {cancel.error && (
        <Notice tone="brick" isAnswer>
          {errorText(cancel.error)}
        </Notice>
      )}
    </>
  )
}
