import { MessageSquarePlus, MessagesSquare } from 'lucide-react'
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
import './messages.css'
import { OUTBOX_LIMIT, OUTBOX_STATES, OutboxList } from './outbox-list.tsx'
import { Thread } from './thread.tsx'
import { ThreadList } from './thread-list.tsx'

const VIEWS = ['threads', 'waiting', 'trouble'] as const
type View = (typeof VIEWS)[number]

/** Conversations with the truth under every message; beside them what waits, and what needs a person. */
export function MessagesPage() {
  const text = useText()
  const navigate = useNavigate()
  const e164 = useParams()['*'] || null
  const [view, setView] = useState<View>('threads')
  const counts = useViewCounts()
  const select = (number: string) => void navigate(paths.thread(number), { replace: e164 !== null })
  const write = (
    <Button
      icon={MessageSquarePlus}
      keys="n"
      onPress={() => void navigate(paths.compose, { state: { intent: 'new' } })}
    >
      {text('command.new_message')}
    </Button>
  )
  const tools = (
    <ChoiceBar
      label={text('messages.views')}
      choices={VIEWS.map((value) => ({ value, text: text(`messages.view.${value}`), count: counts[value] }))}
      value={view}
      onChange={setView}
    />
  )
  const list =
    view === 'threads' ? (
      <ThreadList selected={e164} onSelect={select} />
    ) : (
      <OutboxList view={view} selected={e164} onSelect={select} />
    )
  return (
    <Page title={text('place.messages')} actions={write}>
      <SplitPane
        listLabel={text(`messages.view.${view}`)}
        detailLabel={text('messages.thread')}
        tools={tools}
        list={list}
        detail={
          e164 === null ? (
            <EmptyState icon={MessagesSquare} title={text('messages.none_chosen')}>
              {text('messages.none_chosen.text')}
            </EmptyState>
          ) : (
            <Thread key={e164} e164={e164} />
          )
        }
      />
    </Page>
  )
}

function useViewCounts(): Readonly<Record<View, number | undefined>> {
  const threads = useRead('threads.list', {}).value
  const waiting = useRead('queue.list', { states: [...OUTBOX_STATES.waiting], limit: OUTBOX_LIMIT }).value
  const trouble = useRead('queue.list', { states: [...OUTBOX_STATES.trouble], limit: OUTBOX_LIMIT }).value
  return { threads: threads?.unread, waiting: waiting?.total, trouble: trouble?.total }
}
