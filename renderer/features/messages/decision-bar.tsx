import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useWrite } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { showToast } from '../../design/toast.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useDrawnText, useText } from '../../i18n/use-text.ts'

type Answer = Extract<OutputOf<'threads.get'>['items'][number], { direction: 'in' }>

/** Asks what an answer meant that may have been a stop. Nothing goes to the number until a person said so. */
export function DecisionBar({ answer, name }: { readonly answer: Answer; readonly name: string }) {
  const text = useText()
  const drawn = useDrawnText()
  const errorText = useErrorText()
  const decide = useWrite('threads.decide')
  const settle = async (decision: 'stop' | 'not_stop') => {
    const done = await decide.run({ inboundId: answer.inboundId, decision })
    if (done.ok)
      showToast({
        text: drawn(`messages.decided.${decision}`, {
          name: <PrivateText>{name}</PrivateText>,
          count: done.value.blockedDeliveries,
        }),
      })
  }
  const actions = (
    <>
      <Button kind="danger" isPending={decide.isRunning} onPress={() => void settle('stop')}>
        {text('messages.decide.stop')}
      </Button>
      <Button isPending={decide.isRunning} onPress={() => void settle('not_stop')}>
        {text('messages.decide.not_stop')}
      </Button>
    </>
  )
  return (
    <div className="od-decision">
      <Notice tone="unsure" actions={actions}>
        <p>
          <strong>{text('messages.decide')}</strong> <PrivateText>“{answer.body}”</PrivateText>
        </p>
        <p className="od-meta">{text('messages.decide.why')}</p>
        {decide.error && <p>{errorText(decide.error)}</p>}
      </Notice>
    </div>
  )
}
