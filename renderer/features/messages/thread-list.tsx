import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead } from '../../api/queries.ts'
import { paths } from '../../app/paths.ts'
import { useNow } from '../../app/use-now.ts'
import { Notice } from '../../design/notice.tsx'
import { PickList } from '../../design/pick-list.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { textStateLook } from '../../design/state-look.ts'
import { StateWord, TextStateIcon } from '../../design/state-word.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { GroupLine, type GroupRow } from '../groups/group-line.tsx'
import { groupName } from '../groups/group-name.ts'
import { inOrder } from './thread-order.ts'

export type ThreadRow = OutputOf<'threads.list'>['threads'][number]

/** One line of the list: a conversation with one number, or a group. Its path is its place. */
type Entry = { readonly path: string } & (
  | { readonly kind: 'one'; readonly thread: ThreadRow }
  | { readonly kind: 'group'; readonly group: GroupRow }
)

/** All conversations and groups: what needs a decision first, then what nobody has read, then the newest. */
export function ThreadList(props: { readonly selected: string | null; readonly onSelect: (path: string) => void }) {
  const text = useText()
  const errorText = useErrorText()
  const threads = useRead('threads.list', {})
  const groups = useRead('groups.list', {})
  const error = threads.error ?? groups.error
  if (error) return <Notice tone="brick">{errorText(error)}</Notice>
  if (!threads.value || !groups.value) return <Skeleton />
  return (
    <PickList
      label={text('messages.threads')}
      items={entriesOf(threads.value.threads, groups.value.groups)}
      idOf={(entry) => entry.path}
      textOf={(entry) => (entry.kind === 'one' ? entry.thread.displayName : groupName(entry.group))}
      renderRow={(entry) =>
        entry.kind === 'one' ? <ThreadLine thread={entry.thread} /> : <GroupLine group={entry.group} />
      }
      selectedId={props.selected}
      onSelect={props.onSelect}
      rowHeight={64}
      empty={<p className="od-list-none">{text('messages.none')}</p>}
    />
  )
}

function entriesOf(threads: readonly ThreadRow[], groups: readonly GroupRow[]): readonly Entry[] {
  const ordered = inOrder([
    ...threads.map((thread) => {
      const entry: Entry = { kind: 'one', path: paths.thread(thread.e164), thread }
      return { ...thread, entry }
    }),
    ...groups.map((group) => {
      const entry: Entry = { kind: 'group', path: paths.group(group.groupThreadId), group }
      return { ...group, needsDecision: false, entry }
    }),
  ])
  return ordered.map(({ entry }) => entry)
}

function ThreadLine({ thread }: { readonly thread: ThreadRow }) {
  const text = useText()
  const moment = useMoment()
  const now = useNow()
  return (
    <div className="od-thread-line" data-unread={thread.isUnread}>
      <span className="od-thread-name od-clip">
        <PrivateText>{thread.displayName}</PrivateText>
      </span>
      {thread.state === 'may_text' || thread.needsDecision ? <span /> : <TextStateIcon state={thread.state} />}
      <span className="od-meta od-number">{moment.when(thread.lastAtMs, now)}</span>
      <span className="od-thread-last od-clip">
        {thread.needsDecision ? (
          <StateWord {...textStateLook('perhaps_said_stop')} word={text('messages.needs_decision')} />
        ) : (
          <>
            {thread.lastDirection === 'out' && `${text('messages.you')} `}
            {thread.lastText === '' ? text('media.alone') : <PrivateText>{thread.lastText}</PrivateText>}
          </>
        )}
      </span>
      {thread.isUnread && <span className="od-unread-dot" role="img" aria-label={text('messages.unread')} />}
    </div>
  )
}
