import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts'
import { useWrite } from '../../api/queries.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { showToast } from '../../design/toast.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useDrawnText, useText } from '../../i18n/use-text.ts'

type Answer = Extract<OutputOf<'threads.get'>['items'][number], { direction: 'in' }>

/**
 * Asks what an answer meant that may have been a stop. Nothing goes to the number until a person said so, by one key: the
 * key that notes a stop anywhere says that this was one.
 */
export function DecisionBar({ answer, name }: { readonly answer: Answer; readonly name: string }) {
  const text = useText()
  const drawn = useDrawnText()
  const errorText = useErrorText()
  const decide = useWrite('threads.decide')
  const settle = async (decision: InputOf<'threads.decide'>['decision']) => {
    const done = await decide.run({ inboundId: answer.inboundId, decision })
    if (done.ok)
      showToast({
        text: drawn(`messages.decided.${decision}`, {
          name: <PrivateText>{name}</PrivateText>,
          count: done.value.blockedDeliveries,
        }),
      })
  }
  usePageCommand('do.note_stop', () => void settle('stop'))
  usePageCommand('page.wrong_number', () => void settle('wrong_number'))
  usePageCommand('page.not_stop', () => void settle('not_stop'))
  const { isWrongNumber } = answer
  const wrong = (
    <Button
      kind={isWrongNumber ? 'danger' : 'quiet'}
      keys="w"
      isPending={decide.isRunning}
      onPress={() => void settle('wrong_number')}
    >
      {text('messages.decide.wrong_number')}
    </Button>
  )
  const actions = (
    <>
      {isWrongNumber && wrong}
      <Button
        kind={isWrongNumber ? 'quiet' : 'danger'}
        keys="s"
        isPending={decide.isRunning}
        onPress={() => void settle('stop')}
      >
        {text('messages.decide.stop')}
      </Button>
      {!isWrongNumber && wrong}
      <Button keys="o" isPending={decide.isRunning} onPress={() => void settle('not_stop')}>
        {text('messages.decide.not_stop')}
      </Button>
    </>
  )
  return (
    <div className="od-decision">
      <Notice tone="unsure" actions={actions}>
        <p>
          <strong>{text(isWrongNumber ? 'messages.decide.whose' : 'messages.decide')}</strong>{' '}
          <PrivateText>“{answer.body}”</PrivateText>
        </p>
        <p className="od-meta">{text('messages.decide.why')}</p>
        {decide.error && <p>{errorText(decide.error)}</p>}
      </Notice>
    </div>
  )
}
