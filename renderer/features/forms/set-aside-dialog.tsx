import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { InputOf } from '../../../shared/ipc/contract.ts'
import { useWrite } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { Notice } from '../../design/notice.tsx'
import { RadioGroup } from '../../design/radio-group.tsx'
import { TextArea } from '../../design/text-field.tsx'
import { showToast } from '../../design/toast.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'

type Reason = InputOf<'forms.setAside'>['reason']

const REASONS = ['not_signed', 'unreadable', 'not_a_form', 'other'] as const satisfies readonly Reason[]

/**
 * Takes a sheet off the pile without consent, and keeps why. It can be taken back. Where the reason is known already, the
 * keys that open it also send it off.
 */
export function SetAsideDialog(props: {
  readonly formId: string
  /** The reason that is known already. */
  readonly reason: Reason | null
  readonly onClose: () => void
  readonly onDone: (nextFormId: string | null) => void
}) {
  const text = useText()
  const errorText = useErrorText()
  const setAside = useWrite('forms.setAside')
  const reopen = useWrite('forms.reopen')
  const [reason, setReason] = useState<Reason | null>(props.reason)
  const [note, setNote] = useState('')
  const submit = async () => {
    if (reason === null || setAside.isRunning) return
    const done = await setAside.run({ id: props.formId, reason, note })
    if (!done.ok) return
    showToast({ text: text('forms.set_aside.done'), undo: () => void reopen.run({ id: props.formId }) })
    props.onDone(done.value.nextFormId)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
  }
  const foot = (
    <>
      <Button onPress={props.onClose}>{text('common.not_now')}</Button>
      <Button
        kind="primary"
        keys="Mod+Enter"
        isDisabled={reason === null}
        isPending={setAside.isRunning}
        onPress={() => void submit()}
      >
        {text('forms.set_aside')}
      </Button>
    </>
  )
  return (
    <Dialog title={text('forms.set_aside.title')} isOpen onClose={props.onClose} foot={foot}>
      <p>{text('forms.set_aside.text')}</p>
      <div className="od-set-aside" onKeyDown={onKeyDown}>
        <RadioGroup
          label={text('forms.set_aside.why')}
          choices={REASONS.map((value) => ({ value, text: text(`forms.reason.${value}`) }))}
          value={reason}
          onChange={setReason}
        />
        <TextArea
          label={text('forms.set_aside.note')}
          extra={text('common.optional')}
          value={note}
          onChange={setNote}
          maxLength={500}
          rows={2}
          autoFocus={props.reason !== null}
          isPrivate
        />
      </div>
      {setAside.error && (
        <Notice tone="brick" isAnswer>
          {errorText(setAside.error)}
        </Notice>
      )}
    </Dialog>
  )
}
