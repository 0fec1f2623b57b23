import { UsersRound } from 'lucide-react'
import { useEffect } from 'react'
import { Link } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { paths } from '../../app/paths.ts'
import { Notice } from '../../design/notice.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { TextStateIcon } from '../../design/state-word.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { GroupBubbles } from './group-bubbles.tsx'
import { groupName } from './group-name.ts'
import { GroupReply } from './group-reply.tsx'
import './groups.css'

/** One group thread: who is in it, what was said, how far each message came, and the box in which one answers. */
export function GroupThread({ id }: { readonly id: string }) {
  const errorText = useErrorText()
  const thread = useRead('groups.get', { groupThreadId: id })
  const { value } = thread
  useMarkRead(id, value?.isUnread === true)
  if (thread.error) return <Notice tone="brick">{errorText(thread.error)}</Notice>
  if (!value) return <Skeleton />
  return (
    <div className="od-thread">
      <Head thread={value} />
      <GroupBubbles items={value.items} name={groupName(value)} />
      <GroupReply thread={value} />
    </div>
  )
}

function Head({ thread }: { readonly thread: OutputOf<'groups.get'> }) {
  const text = useText()
  return (
    <header className="od-thread-head od-group-head">
      <h2 className="od-clip od-private">
        <UsersRound size={18} aria-hidden /> {groupName(thread)}
      </h2>
      <ul className="od-group-members" aria-label={text('groups.members')}>
        {thread.members.map(({ e164, personId, displayName, state }) => (
          <li key={e164}>
            {state === 'said_stop' && <TextStateIcon state={state} />}
            {personId === null ? (
              <span className="od-private">{displayName}</span>
            ) : (
              <Link to={paths.person(personId)} className="od-private">
                {displayName}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </header>
  )
}

/** A group that is on the screen counts as read. */
function useMarkRead(id: string, isUnread: boolean): void {
  const { run } = useWrite('groups.markRead')
  useEffect(() => {
    if (isUnread) void run({ groupThreadId: id })
  }, [run, id, isUnread])
}
