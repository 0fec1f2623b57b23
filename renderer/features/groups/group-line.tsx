import { UsersRound } from 'lucide-react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useNow } from '../../app/use-now.ts'
import { PrivateText } from '../../design/private-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { groupName } from './group-name.ts'

export type GroupRow = OutputOf<'groups.list'>['groups'][number]

/** A group in the list of conversations. */
export function GroupLine({ group }: { readonly group: GroupRow }) {
  const text = useText()
  const moment = useMoment()
  const now = useNow()
  return (
    <div className="od-thread-line" data-unread={group.isUnread}>
      <span className="od-thread-name od-clip">
        <UsersRound size={16} aria-label={text('groups.group')} className="od-group-icon" />{' '}
        <PrivateText>{groupName(group)}</PrivateText>
      </span>
      <span className="od-meta od-number">{group.members.length}</span>
      <span className="od-meta od-number">{moment.when(group.lastAtMs, now)}</span>
      <span className="od-thread-last od-clip">
        {group.lastDirection === 'out' && `${text('messages.you')} `}
        <PrivateText>{group.lastText}</PrivateText>
      </span>
      {group.isUnread && <span className="od-unread-dot" role="img" aria-label={text('messages.unread')} />}
    </div>
  )
}
