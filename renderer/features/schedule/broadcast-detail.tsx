import { useRead } from '../../api/queries.ts'
import { Notice } from '../../design/notice.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { BroadcastActions } from './broadcast-actions.tsx'
import { BroadcastCopies } from './broadcast-copies.tsx'
import { BroadcastFacts } from './broadcast-facts.tsx'
import { BroadcastHold } from './broadcast-hold.tsx'
import { BroadcastStateWord } from './broadcast-state-word.tsx'

/** One message to many: its words, how each copy stands, who was left out and why, and what can still be done. */
export function BroadcastDetail({ id }: { readonly id: string }) {
  const errorText = useErrorText()
  const broadcast = useRead('broadcasts.get', { id })
  if (broadcast.error) return <Notice tone="brick">{errorText(broadcast.error)}</Notice>
  if (!broadcast.value) return <Skeleton />
  const { value } = broadcast
  return (
    <div className="od-day-detail">
      <header className="od-detail-head">
        <div>
          <h2 className="od-private">{value.title}</h2>
          <BroadcastStateWord state={value.state} />
        </div>
        <BroadcastActions broadcast={value} />
      </header>
      <BroadcastHold why={value.pauseWhy} />
      <BroadcastFacts broadcast={value} />
      <BroadcastCopies id={id} />
    </div>
  )
}
