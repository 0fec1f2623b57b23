import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { useRead, useWrite } from '../../../api/queries.ts'
import { Notice } from '../../../design/notice.tsx'
import { Switch } from '../../../design/switch.tsx'
import { useErrorText } from '../../../i18n/error-text.tsx'
import { useText } from '../../../i18n/use-text.ts'
import { firstReceiverDraft, receiverInput, receiverUrl } from './receiver-draft.ts'
import { ReceiverFacts } from './receiver-facts.tsx'
import { ReceiverForm } from './receiver-form.tsx'
import { ReceiverOutside } from './receiver-outside.tsx'
import { ReceiverNotices } from './receiver-notices.tsx'

/** The receiver of webhooks: on or off, whether it really listens, where, and what came to it. */
export function ReceiverPart() {
  const receiver = useRead('receiver.get', {}).value
  if (!receiver) return null
  return (
    <>
      <ReceiverSwitch receiver={receiver} />
      <ReceiverNotices receiver={receiver} />
      <ReceiverForm key={JSON.stringify([receiver.host, receiver.port, receiver.hasSecret])} receiver={receiver} />
      <ReceiverFacts receiver={receiver} />
      <ReceiverOutside url={receiverUrl(receiver)} />
    </>
  )
}

function ReceiverSwitch({ receiver }: { readonly receiver: OutputOf<'receiver.get'> }) {
  const text = useText()
  const errorText = useErrorText()
  const save = useWrite('receiver.save')
  const { host, port, stand } = receiver
  const isWell = stand === 'off' || stand === 'listening'
  const turn = async (isOn: boolean) => {
    const input = receiverInput(firstReceiverDraft(receiver), isOn)
    if (input) await save.run(input)
  }
  return (
    <>
      <Switch
        isOn={receiver.isOn}
        hint={isWell ? text(`receiver.stand.${stand}`, { url: receiverUrl(receiver) }) : undefined}
        onChange={(isOn) => void turn(isOn)}
      >
        {text('receiver.switch')}
      </Switch>
      {!isWell && <Notice tone="brick">{text(`receiver.stand.${stand}`, { host, port: String(port) })}</Notice>}
      {save.error && (
        <Notice tone="brick" isAnswer>
          {errorText(save.error)}
        </Notice>
      )}
    </>
  )
}
