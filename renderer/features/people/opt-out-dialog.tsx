import { useState } from 'react'
import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts'
import { useWrite } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { Notice } from '../../design/notice.tsx'
import { groupPhone } from '../../design/phone-text.ts'
import { PrivateText } from '../../design/private-text.tsx'
import { RadioGroup } from '../../design/radio-group.tsx'
import { TextArea } from '../../design/text-field.tsx'
import { showToast } from '../../design/toast.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useDrawnText, useText } from '../../i18n/use-text.ts'

type How = InputOf<'people.optOut'>['how']

const WAYS = ['in_person', 'by_phone', 'by_email', 'by_letter'] as const satisfies readonly How[]

/** Notes that a person said stop at the desk, on the phone or in writing. It holds at once, and for everything. */
export function OptOutDialog(props: { readonly person: OutputOf<'people.get'>; readonly onClose: () => void }) {
  const text = useText()
  const drawn = useDrawnText()
  const errorText = useErrorText()
  const note = useWrite('people.optOut')
  const numbers = props.person.numbers.filter((number) => number.state !== 'said_stop').map((number) => number.e164)
  const [e164, setE164] = useState(numbers.length === 1 ? (numbers[0] ?? null) : null)
  const [how, setHow] = useState<How | null>(null)
  const [words, setWords] = useState('')
  const isComplete = e164 !== null && how !== null
  const submit = async () => {
    if (!isComplete) return
    const noted = await note.run({ e164, how, words })
    if (!noted.ok) return
    showToast({ text: text('opt_out.noted', { count: noted.value.blockedDeliveries }) })
    props.onClose()
  }
  const foot = (
    <>
      <Button onPress={props.onClose}>{text('common.not_now')}</Button>
      <Button kind="danger" isDisabled={!isComplete} isPending={note.isRunning} onPress={() => void submit()}>
        {text('opt_out.confirm')}
      </Button>
    </>
  )
  return (
    <Dialog
      title={drawn('opt_out.title', { name: <PrivateText>{props.person.displayName}</PrivateText> })}
      isOpen
      onClose={props.onClose}
      onPrimary={() => void submit()}
      foot={foot}
    >
      <p>{text('opt_out.text')}</p>
      {note.error && (
        <Notice tone="brick" isAnswer>
          {errorText(note.error)}
        </Notice>
      )}
      {numbers.length > 1 && (
        <RadioGroup
          label={text('opt_out.number')}
          choices={numbers.map((number) => ({ value: number, text: groupPhone(number), isPrivate: true }))}
          value={e164}
          onChange={setE164}
        />
      )}
      <RadioGroup
        label={text('opt_out.how')}
        choices={WAYS.map((way) => ({ value: way, text: text(`opt_out.how.${way}`) }))}
        value={how}
        onChange={setHow}
      />
      <TextArea
        label={text('opt_out.words')}
        extra={text('common.optional')}
        value={words}
        onChange={setWords}
        maxLength={500}
        rows={3}
        isPrivate
      />
    </Dialog>
  )
}
