import { SendHorizontal } from 'lucide-react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useWrite } from '../../api/queries.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { useKeptDraft } from '../../app/kept-draft.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { TextArea } from '../../design/text-field.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { PartsLine } from '../compose/parts-line.tsx'

interface ReplyDraft {
  readonly body: string
  /** One key a message: pressing twice cannot make two. */
  readonly onceKey: string
}

const NOTHING: ReplyDraft = { body: '', onceKey: '' }

/** Writes back. Where nobody may write to the number, it says why instead. */
export function ReplyBox({ thread }: { readonly thread: OutputOf<'threads.get'> }) {
  const text = useText()
  const errorText = useErrorText()
  const { e164, personId } = thread
  const { draft, change, drop } = useKeptDraft(`reply/${e164}`, NOTHING)
  const send = useWrite('messages.send')
  const closed = whyClosed(thread)
  const canSend = closed === undefined && draft.body.trim() !== '' && !send.isRunning
  const submit = async () => {
    if (!canSend) return
    const sent = await send.run({
      e164,
      personId,
      purpose: 'care',
      emergencyReason: null,
      whenMs: null,
      body: draft.body,
      onceKey: draft.onceKey,
    })
    if (sent.ok) drop()
  }
  usePageCommand('page.primary', () => void submit())
  if (closed !== undefined) {
    return (
      <div className="od-reply">
        <Notice tone={thread.state === 'said_stop' ? 'brick' : 'slate'}>{text(closed)}</Notice>
      </div>
    )
  }
  const write = (body: string) => {
    send.forget()
    change((before) => ({ body, onceKey: before.onceKey === '' ? crypto.randomUUID() : before.onceKey }))
  }
  return (
    <div className="od-reply">
      {send.error && (
        <Notice tone="brick" isAnswer>
          {errorText(send.error)}
        </Notice>
      )}
      <TextArea
        label={text('messages.reply')}
        value={draft.body}
        onChange={write}
        rows={3}
        maxLength={4000}
        spellCheck
        isPrivate
      />
      <div className="od-reply-foot">
        <PartsLine body={draft.body} />
        <Button
          kind="primary"
          icon={SendHorizontal}
          keys="Mod+Enter"
          isDisabled={!canSend}
          isPending={send.isRunning}
          onPress={() => void submit()}
        >
          {text('messages.send')}
        </Button>
      </div>
    </div>
  )
}

/** The sentence that says why nobody may write to this number now; undefined where one may. */
function whyClosed(thread: OutputOf<'threads.get'>): string | undefined {
  if (thread.state === 'said_stop') return 'messages.closed.said_stop'
  return thread.state === 'did_not_agree' ? 'messages.closed.did_not_agree' : undefined
}
