import { SendHorizontal } from 'lucide-react'
import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useWrite } from '../../api/queries.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { useKeptDraft } from '../../app/kept-draft.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { TextArea } from '../../design/text-field.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useDrawnText, useText } from '../../i18n/use-text.ts'

const NOTHING = { body: '', onceKey: '' }

/** Writes to everybody in the group. Who said stop is named before: they are left out, and phones begin a new thread. */
export function GroupReply({ thread }: { readonly thread: OutputOf<'groups.get'> }) {
  const text = useText()
  const drawn = useDrawnText()
  const errorText = useErrorText()
  const navigate = useNavigate()
  const { groupThreadId, members } = thread
  const { draft, change, drop } = useKeptDraft(`group/${groupThreadId}`, NOTHING)
  const send = useWrite('groups.send')
  const gone = members.filter(({ state }) => state === 'said_stop')
  const left = members.length - gone.length
  const canSend = draft.body.trim() !== '' && !send.isRunning
  const submit = async () => {
    if (!canSend) return
    const sent = await send.run({ groupThreadId, body: draft.body, onceKey: draft.onceKey })
    if (!sent.ok) return
    drop()
    if (sent.value.groupThreadId !== groupThreadId) void navigate(paths.group(sent.value.groupThreadId))
  }
  usePageCommand('page.primary', () => void submit())
  const write = (body: string) => {
    send.forget()
    change((before) => ({ body, onceKey: before.onceKey === '' ? crypto.randomUUID() : before.onceKey }))
  }
  return (
    <div className="od-reply">
      {gone.length > 0 && (
        <Notice tone="unsure">
          {drawn('groups.gone', {
            names: <PrivateText>{gone.map(({ displayName }) => displayName).join(', ')}</PrivateText>,
            count: gone.length,
          })}
        </Notice>
      )}
      {send.error && (
        <Notice tone="brick" isAnswer>
          {errorText(send.error)}
        </Notice>
      )}
      <TextArea
        label={text('groups.reply', { count: left })}
        value={draft.body}
        onChange={write}
        rows={3}
        maxLength={1000}
        spellCheck
        isPrivate
      />
      <div className="od-reply-foot">
        <p className="od-meta">{text('groups.reply.all')}</p>
        <Button
          kind="primary"
          icon={SendHorizontal}
          keys="Mod+Enter"
          isDisabled={!canSend}
          isPending={send.isRunning}
          onPress={() => void submit()}
        >
          {text('groups.send', { count: left })}
        </Button>
      </div>
    </div>
  )
}
