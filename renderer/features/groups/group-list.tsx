import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead } from '../../api/queries.ts'
import { useNow } from '../../app/use-now.ts'
import { Notice } from '../../design/notice.tsx'
import { PickList } from '../../design/pick-list.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { useErrorText } from '../../i18n/error-text.ts'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { groupName } from './group-name.ts'

type GroupRow = OutputOf<'groups.list'>['groups'][number]

/** The group threads, those with the latest words first. */
export function GroupList(props: { readonly selected: string | null; readonly onSelect: (id: string) => void }) {
  const text = useText()
  const errorText = useErrorText()
  const list = useRead('groups.list', {})
  if (list.error) return <Notice tone="brick">{errorText(list.error)}</Notice>
  if (!list.value) return <Skeleton />
  return (
    <PickList
      label={text('messages.view.groups')}
      items={list.value.groups}
      idOf={(group) => group.groupThreadId}
      textOf={groupName}
      renderRow={(group) => <GroupLine group={group} />}
      selectedId={props.selected}
      onSelect={props.onSelect}
      rowHeight={64}
      empty={<p className="od-list-none">{text('groups.none')}</p>}
    />
  )
}

function GroupLine({ group }: { readonly group: GroupRow }) {
  const text = useText()
  const moment = useMoment()
  const now = useNow()
  return (
    <div className="od-thread-line" data-unread={group.isUnread}>
      <span className="od-thread-name od-clip">
        <PrivateText>{groupName(group)}</PrivateText>
      </span>
      <span className="od-meta">{text('groups.count', { count: group.members.length })}</span>
      <span className="od-meta od-number">{moment.when(group.lastAtMs, now)}</span>
      <span className="od-thread-last od-clip">
        {group.lastDirection === 'out' && `${text('messages.you')} `}
        <PrivateText>{group.lastText}</PrivateText>
      </span>
      {group.isUnread && <span className="od-unread-dot" role="img" aria-label={text('messages.unread')} />}
    </div>
  )
}
