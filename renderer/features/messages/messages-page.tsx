import { MessageSquarePlus, MessagesSquare, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { Page } from '../../app/page-header.tsx'
import { paths } from '../../app/paths.ts'
import { Button } from '../../design/button.tsx'
import { ChoiceBar } from '../../design/choice-bar.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { SplitPane } from '../../design/split-pane.tsx'
import { useText } from '../../i18n/use-text.ts'
import { GroupThread } from '../groups/group-thread.tsx'
import { NewGroup } from '../groups/new-group.tsx'
import './messages.css'
import { DoubtDetail } from './doubt-detail.tsx'
import { OUTBOX_LIMIT, OUTBOX_STATES, OutboxList } from './outbox-list.tsx'
import { Thread } from './thread.tsx'
import { ThreadList } from './thread-list.tsx'

const VIEWS = ['threads', 'waiting', 'doubt', 'trouble'] as const
type View = (typeof VIEWS)[number]

/** Conversations with the truth under every message; beside them what waits, and what needs a person. */
export function MessagesPage() {
  const text = useText()
  const navigate = useNavigate()
  const shown = useShown()
  const [view, setView] = useState<View>(VIEW_OF[shown.kind])
  const counts = useViewCounts()
  const select = (path: string) => void navigate(path, { replace: shown.id !== null })
  const actions = (
    <>
      <Button icon={UsersRound} onPress={() => void navigate(paths.newGroup)}>
        {text('messages.new_group')}
      </Button>
      <Button
        icon={MessageSquarePlus}
        keys="n"
        onPress={() => void navigate(paths.compose, { state: { intent: 'new' } })}
      >
        {text('command.new_message')}
      </Button>
    </>
  )
  const tools = (
    <ChoiceBar
      label={text('messages.views')}
      choices={VIEWS.map((value) => ({ value, text: text(`messages.view.${value}`), count: counts[value] }))}
      value={view}
      onChange={setView}
    />
  )
  return (
    <Page title={text('place.messages')} actions={actions}>
      <SplitPane
        listLabel={text(`messages.view.${view}`)}
        detailLabel={text('messages.thread')}
        tools={tools}
        list={<List view={view} shown={shown} onSelect={select} />}
        detail={<Detail shown={shown} />}
      />
    </Page>
  )
}

/** Which list stands beside what the address shows when the page opens. */
const VIEW_OF = { thread: 'threads', group: 'threads', new_group: 'threads', doubt: 'doubt' } as const

/** What the address asks to show: a conversation, a group, the beginning of one, a message in doubt, or nothing yet. */
interface Shown {
  readonly kind: 'thread' | 'group' | 'new_group' | 'doubt'
  readonly id: string | null
}

function useShown(): Shown {
  const [first = '', second] = (useParams()['*'] ?? '').split('/')
  if (first === 'new-group') return { kind: 'new_group', id: null }
  if (first === 'doubt') return { kind: 'doubt', id: second ?? null }
  return second === undefined ? { kind: 'thread', id: first || null } : { kind: 'group', id: second }
}

function List(props: { readonly view: View; readonly shown: Shown; readonly onSelect: (path: string) => void }) {
  const { view, shown, onSelect } = props
  const number = shown.kind === 'thread' ? shown.id : null
  switch (view) {
    case 'threads':
      return <ThreadList selected={pathOf(shown)} onSelect={onSelect} />
    case 'waiting':
    case 'trouble':
      return <OutboxList view={view} selected={number} onSelect={({ e164 }) => onSelect(paths.thread(e164))} />
    case 'doubt':
      return (
        <OutboxList
          view={view}
          selected={shown.kind === 'doubt' ? shown.id : null}
          onSelect={({ id }) => onSelect(paths.doubt(id))}
        />
      )
  }
}

function pathOf({ kind, id }: Shown): string | null {
  if (id === null) return null
  return kind === 'group' ? paths.group(id) : paths.thread(id)
}

function Detail({ shown }: { readonly shown: Shown }) {
  const text = useText()
  if (shown.kind === 'new_group') return <NewGroup />
  if (shown.id === null) {
    return (
      <EmptyState icon={MessagesSquare} title={text('messages.none_chosen')}>
        {text('messages.none_chosen.text')}
      </EmptyState>
    )
  }
  if (shown.kind === 'group') return <GroupThread key={shown.id} id={shown.id} />
  if (shown.kind === 'doubt') return <DoubtDetail key={shown.id} id={shown.id} />
  return <Thread key={shown.id} e164={shown.id} />
}

function useViewCounts(): Readonly<Record<View, number | undefined>> {
  const threads = useRead('threads.list', {}).value?.unread ?? 0
  const groups = useRead('groups.list', {}).value?.groups.filter(({ isUnread }) => isUnread).length ?? 0
  const waiting = useRead('queue.list', { states: [...OUTBOX_STATES.waiting], limit: OUTBOX_LIMIT }).value
  const doubt = useRead('queue.list', { states: [...OUTBOX_STATES.doubt], limit: OUTBOX_LIMIT }).value
  const trouble = useRead('queue.list', { states: [...OUTBOX_STATES.trouble], limit: OUTBOX_LIMIT }).value
  return { threads: threads + groups, waiting: waiting?.total, doubt: doubt?.total, trouble: trouble?.total }
}
