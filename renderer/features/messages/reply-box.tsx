import { SendHorizontal } from 'lucide-react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import type { AppError } from '../../../shared/ipc/errors.ts'
import { useWrite } from '../../api/queries.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { useKeptDraft } from '../../app/kept-draft.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { TextArea, TextField } from '../../design/text-field.tsx'
import { PageDrop } from '../../design/page-drop.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { AttachButton } from '../attachments/attach-button.tsx'
import { AttachPart } from '../attachments/attach-part.tsx'
import { withPictureWords } from '../attachments/attachment.ts'
import type { Attachment } from '../attachments/attachment.ts'
import { useAttach } from '../attachments/use-attach.ts'
import { PartsLine } from '../compose/parts-line.tsx'

interface ReplyDraft {
  readonly body: string
  readonly attachments: readonly Attachment[]
  /** Why the office's own cap does not hold this one; null until it was asked about. */
  readonly overCapReason: string | null
  /** One key a message: pressing twice cannot make two. */
  readonly onceKey: string
}

const NOTHING: ReplyDraft = { body: '', attachments: [], overCapReason: null, onceKey: '' }

/** Writes back. Where nobody may write to the number, it says why instead. */
export function ReplyBox({ thread }: { readonly thread: OutputOf<'threads.get'> }) {
  const text = useText()
  const errorText = useErrorText()
  const { e164, personId } = thread
  const { draft, change, drop } = useKeptDraft(`reply/${e164}`, NOTHING)
  const send = useWrite('messages.send')
  const closed = whyClosed(thread)
  const { attachments } = draft
  const words = withPictureWords(draft.body, attachments)
  const hasContent = words.trim() !== '' || attachments.length > 0
  const canSend = closed === undefined && hasContent && !send.isRunning
  const submit = async () => {
    if (!canSend) return
    const sent = await send.run({
      e164,
      personId,
      purpose: 'care',
      emergencyReason: null,
      whenMs: null,
      body: words,
      mediaIds: attachments.map(({ id }) => id),
      ...(draft.overCapReason?.trim() && { overCapReason: draft.overCapReason }),
      onceKey: draft.onceKey,
    })
    if (sent.ok) drop()
    else if (asksForReason(sent.error)) change((before) => ({ ...before, overCapReason: before.overCapReason ?? '' }))
  }
  usePageCommand('page.primary', () => void submit())
  const write = (part: (before: ReplyDraft) => Partial<ReplyDraft>) => {
    send.forget()
    change((before) => {
      const onceKey = before.onceKey === '' ? crypto.randomUUID() : before.onceKey
      return { ...before, ...part(before), onceKey }
    })
  }
  const attaching = useAttach(attachments, (next) => write((before) => ({ attachments: next(before.attachments) })))
  if (closed !== undefined) {
    return (
      <div className="od-reply">
        <Notice tone={thread.state === 'said_stop' ? 'brick' : 'slate'}>{text(closed)}</Notice>
      </div>
    )
  }
  return (
    <PageDrop words={text('media.drop')} onFiles={(files) => void attaching.addFiles(files)}>
      <div className="od-reply">
        {send.error && (
          <Notice tone="brick" isAnswer>
            {errorText(send.error)}
          </Notice>
        )}
        <TextArea
          label={text('messages.reply')}
          value={draft.body}
          onChange={(body) => write(() => ({ body }))}
          rows={3}
          maxLength={4000}
          spellCheck
          isPrivate
        />
        {draft.overCapReason !== null && (
          <TextField
            label={text('compose.over_cap.why')}
            hint={text('compose.over_cap.hint')}
            value={draft.overCapReason}
            onChange={(overCapReason) => write(() => ({ overCapReason }))}
            maxLength={300}
          />
        )}
        <AttachPart
          attachments={attachments}
          attaching={attaching}
          onChange={(changed) => write(() => ({ attachments: changed }))}
        />
        <div className="od-reply-foot">
          <AttachButton onFiles={(files) => void attaching.addFiles(files)} />
          <PartsLine body={words} isMms={attachments.length > 0} />
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
    </PageDrop>
  )
}

/** Only the office's own custom gives way to a reason; a law or a promise does not. */
function asksForReason(error: AppError): boolean {
  return error.code === 'too_often' && error.rule === 'cap.care'
}

/** The sentence that says why nobody may write to this number now; undefined where one may. */
function whyClosed(thread: OutputOf<'threads.get'>): string | undefined {
  if (thread.state === 'said_stop') return 'messages.closed.said_stop'
  return thread.state === 'did_not_agree' ? 'messages.closed.did_not_agree' : undefined
}
