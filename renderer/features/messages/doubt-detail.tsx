import { Link } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead } from '../../api/queries.ts'
import { paths } from '../../app/paths.ts'
import { useNow } from '../../app/use-now.ts'
import { Notice } from '../../design/notice.tsx'
import { PhoneNumber, PrivateText } from '../../design/private-text.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { DeliveryStateWord } from '../../design/state-word.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { AttemptList } from './attempt-list.tsx'
import { DoubtActions } from './doubt-actions.tsx'

type Story = OutputOf<'deliveries.get'>

/** One message nobody knows the end of: what was tried, what is known, and what a person can decide. */
export function DoubtDetail({ id }: { readonly id: string }) {
  const text = useText()
  const errorText = useErrorText()
  const story = useRead('deliveries.get', { id })
  if (story.error) return <Notice tone="brick">{errorText(story.error)}</Notice>
  if (!story.value) return <Skeleton />
  const delivery = story.value
  const isOpen = delivery.state === 'in_doubt' || delivery.state === 'needs_person'
  return (
    <article className="od-doubt-detail" aria-label={text('doubt.title')}>
      <header className="od-thread-head">
        <h2 className="od-clip">
          <Link to={paths.thread(delivery.e164)} className="od-private">
            {delivery.displayName}
          </Link>
        </h2>
        <PhoneNumber e164={delivery.e164} />
        <DeliveryStateWord state={delivery.state} />
      </header>
      <div className="od-doubt-body">
        <p className="od-bubble od-doubt-words">
          <PrivateText>{delivery.body}</PrivateText>
        </p>
        <section>
          <h3>{text('doubt.known')}</h3>
          <KnownFacts story={delivery} />
        </section>
        <section>
          <h3>{text('doubt.tried')}</h3>
          <AttemptList delivery={delivery} by={delivery.staffName ?? text('messages.by_itself')} />
        </section>
        {isOpen && (
          <section>
            <h3>{text('doubt.decide')}</h3>
            <p>{text('doubt.decide.text')}</p>
            <DoubtActions delivery={delivery} />
          </section>
        )}
      </div>
    </article>
  )
}

/** What is known, in the order in which it came to be known. */
function KnownFacts({ story }: { readonly story: Story }) {
  const text = useText()
  const moment = useMoment()
  const now = useNow()
  const { why, lookUps, state, attempts } = story
  const last = attempts.at(-1)
  const isInterrupted = last?.code === 'interrupted'
  const when = (atMs: number | undefined) => (atMs === undefined ? '' : moment.when(atMs, now))
  return (
    <ul className="od-doubt-facts">
      {last && (
        <li>{text(isInterrupted ? 'doubt.fact.interrupted' : 'doubt.fact.broke', { when: when(last.startedAtMs) })}</li>
      )}
      <li>{text('doubt.fact.look_ups', { count: lookUps.length, when: when(lookUps.at(-1)?.atMs) })}</li>
      <li>{text(state === 'needs_person' ? 'doubt.fact.no_trace' : 'doubt.fact.looking')}</li>
      {why?.code === 'uuid_repeated' && <li>{text('doubt.fact.uuid')}</li>}
      {story.expiresAtMs < now && <li>{text('doubt.fact.late', { when: when(story.expiresAtMs) })}</li>}
    </ul>
  )
}
