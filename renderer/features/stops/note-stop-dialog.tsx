import { useState } from 'react'
import { isoDay } from '../../../shared/time.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { useNow } from '../../app/use-now.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { Notice } from '../../design/notice.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { RadioGroup } from '../../design/radio-group.tsx'
import { TextArea } from '../../design/text-field.tsx'
import { showToast } from '../../design/toast.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useDrawnText, useText } from '../../i18n/use-text.ts'
import { isWritten, noteOf, SCOPES, WAYS } from './stop-draft.ts'
import type { StopDraft } from './stop-draft.ts'
import { StopPaper } from './stop-paper.tsx'
import { ChosenNumber, TypedNumber } from './stop-number.tsx'
import './stops.css'

interface NoteStopProps {
  /** Who said it, where that is known. */
  readonly name: string | null
  /** The numbers it may be about; none where it is still to be typed. */
  readonly numbers: readonly string[]
  readonly onClose: () => void
}

/** Notes that somebody said stop at the desk, on the phone or in writing. It holds at once. */
export function NoteStopDialog(props: NoteStopProps) {
  const text = useText()
  const drawn = useDrawnText()
  const errorText = useErrorText()
  const note = useWrite('people.optOut')
  const today = isoDay(useNow(), useMoment().zone)
  const [draft, setDraft] = useState<StopDraft>(() => emptyDraft(props.numbers, today))
  const change = (part: Partial<StopDraft>) => setDraft((before) => ({ ...before, ...part }))
  const isTyped = props.numbers.length === 0
  const [typed, setTyped] = useState('')
  const found = useRead('people.byPhone', { phone: typed }, { isOff: !isTyped || typed.trim() === '' }).value
  const complete = noteOf(isTyped ? { ...draft, e164: found?.e164 ?? null } : draft)
  const submit = async () => {
    if (complete === null || note.isRunning) return
    const noted = await note.run(complete)
    if (!noted.ok) return
    showToast({ text: text('opt_out.noted', { count: noted.value.blockedDeliveries }) })
    props.onClose()
  }
  return (
    <Dialog
      title={drawn('opt_out.title', {
        name: <PrivateText>{props.name ?? ''}</PrivateText>,
        hasName: props.name === null ? 'no' : 'yes',
      })}
      isOpen
      onClose={props.onClose}
      onPrimary={() => void submit()}
      foot={
        <>
          <Button onPress={props.onClose}>{text('common.not_now')}</Button>
          <Button
            kind="danger"
            keys="Mod+Enter"
            isDisabled={complete === null}
            isPending={note.isRunning}
            onPress={() => void submit()}
          >
            {text('opt_out.confirm', { scope: draft.scope })}
          </Button>
        </>
      }
    >
      <p>{text('opt_out.text')}</p>
      {note.error && (
        <Notice tone="brick" isAnswer>
          {errorText(note.error)}
        </Notice>
      )}
      {isTyped ? (
        <TypedNumber value={typed} found={found} onChange={setTyped} />
      ) : (
        <ChosenNumber numbers={props.numbers} value={draft.e164} onChange={(e164) => change({ e164 })} />
      )}
      <RadioGroup
        label={text('opt_out.how')}
        choices={WAYS.map((way) => ({ value: way, text: text(`opt_out.how.${way}`) }))}
        value={draft.how}
        onChange={(how) => change({ how })}
      />
      {isWritten(draft.how) && <StopPaper draft={draft} today={today} onChange={change} />}
      <RadioGroup
        label={text('opt_out.scope')}
        hint={text('opt_out.scope.hint')}
        choices={SCOPES.map((scope) => ({ value: scope, text: text(`opt_out.scope.${scope}`) }))}
        value={draft.scope}
        onChange={(scope) => change({ scope })}
      />
      <TextArea
        label={text('opt_out.words')}
        extra={text('common.optional')}
        value={draft.words}
        onChange={(words) => change({ words })}
        maxLength={500}
        rows={2}
        isPrivate
      />
    </Dialog>
  )
}

function emptyDraft(numbers: readonly string[], today: string): StopDraft {
  const e164 = numbers.length === 1 ? (numbers[0] ?? null) : null
  return { e164, how: null, scope: 'everything', words: '', saidOn: today, evidence: null }
}
