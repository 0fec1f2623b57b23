import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead } from '../../api/queries.ts'
import { useNow } from '../../app/use-now.ts'
import { Notice } from '../../design/notice.tsx'
import { PickList } from '../../design/pick-list.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { textStateLook } from '../../design/state-look.ts'
import { StateWord, TextStateIcon } from '../../design/state-word.tsx'
import { useErrorText } from '../../i18n/error-text.ts'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { inOrder } from './thread-order.ts'

export type ThreadRow = OutputOf<'threads.list'>['threads'][number]

/** All conversations: what needs a decision first, then what nobody has read, then the newest. */
export function ThreadList(props: { readonly selected: string | null; readonly onSelect: (e164: string) => void }) {
  const text = useText()
  const errorText = useErrorText()
  const list = useRead('threads.list', {})
  if (list.error) return <Notice tone="brick">{errorText(list.error)}</Notice>
  if (!list.value) return <Skeleton />
  return (
    <PickList
      label={text('messages.threads')}
      items={inOrder(list.value.threads)}
      idOf={(thread) => thread.e164}
      textOf={(thread) => thread.displayName}
      renderRow={(thread) => <ThreadLine thread={thread} />}
      selectedId={props.selected}
      onSelect={props.onSelect}
      rowHeight={64}
      empty={<p className="od-list-none">{text('messages.none')}</p>}
    />
  )
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
            <PrivateText>{thread.lastText}</PrivateText>
          </>
        )}
      </span>
      {thread.isUnread && <span className="od-unread-dot" role="img" aria-label={text('messages.unread')} />}
    </div>
  )
}
