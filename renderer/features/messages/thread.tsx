import { Octagon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { paths } from '../../app/paths.ts'
import { IconButton } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { PhoneNumber, PrivateText } from '../../design/private-text.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { TextStateWord } from '../../design/state-word.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { NoteStopDialog } from '../stops/note-stop-dialog.tsx'
import { Bubbles } from './bubbles.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { ReplyBox } from './reply-box.tsx'

/** The conversation with one number, from its first message to the box in which one answers. */
export function Thread({ e164 }: { readonly e164: string }) {
  const errorText = useErrorText()
  const thread = useRead('threads.get', { e164 })
  const { value } = thread
  useMarkRead(e164, value?.isUnread === true)
  if (thread.error) return <Notice tone="brick">{errorText(thread.error)}</Notice>
  if (!value) return <Skeleton />
  const undecided = value.items.find(
    (item) => item.direction === 'in' && item.meaning === 'maybe_stop' && item.decision === null,
  )
  return (
    <div className="od-thread">
      <ThreadHead thread={value} />
      <Bubbles items={value.items} name={value.displayName} />
      {value.needsDecision && undecided?.direction === 'in' && (
        <DecisionBar answer={undecided} name={value.displayName} />
      )}
      {!value.needsDecision && <ReplyBox thread={value} />}
    </div>
  )
}

function ThreadHead({ thread }: { readonly thread: OutputOf<'threads.get'> }) {
  const text = useText()
  const isNamed = thread.personId !== null
  const [isStopping, setStopping] = useState(false)
  usePageCommand('do.note_stop', () => setStopping(true), { isOff: thread.needsDecision })
  return (
    <header className="od-thread-head">
      <h2 className="od-clip">
        {isNamed ? (
          <Link to={paths.person(thread.personId ?? '')} className="od-private">
            {thread.displayName}
          </Link>
        ) : (
          <PrivateText>{text('messages.unknown')}</PrivateText>
        )}
      </h2>
      <PhoneNumber e164={thread.e164} />
      <TextStateWord state={thread.state} isBadge />
      {!thread.needsDecision && (
        <IconButton icon={Octagon} label={text('person.note_stop')} keys="s" onPress={() => setStopping(true)} />
      )}
      {isStopping && (
        <NoteStopDialog
          name={isNamed ? thread.displayName : null}
          numbers={[thread.e164]}
          onClose={() => setStopping(false)}
        />
      )}
    </header>
  )
}

/** A conversation that is on the screen counts as read. */
function useMarkRead(e164: string, isUnread: boolean): void {
  const { run } = useWrite('threads.markRead')
  useEffect(() => {
    if (isUnread) void run({ e164 })
  }, [run, e164, isUnread])
}
