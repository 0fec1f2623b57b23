import { useIntl } from 'react-intl'
import type { ReactNode } from 'react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useNow } from '../../app/use-now.ts'
import { DefinitionRows } from '../../design/definition-rows.tsx'
import { Disclosure } from '../../design/disclosure.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { DeliveryStateWord } from '../../design/state-word.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { MediaStrip } from '../attachments/media-picture.tsx'
import { LeftOutList } from '../compose/left-out-dialog.tsx'
import { BroadcastOrder } from './broadcast-order.tsx'
import { CostLine } from './cost-line.tsx'

type Broadcast = OutputOf<'broadcasts.get'>
type Row = readonly [term: string, value: ReactNode]

/** What a message to many says, for whom, how far it is, when it is done and what it costs. */
export function BroadcastFacts({ broadcast }: { readonly broadcast: Broadcast }) {
  const text = useText()
  const moment = useMoment()
  const now = useNow()
  const whileOpen = useWhileOpen(broadcast)
  const { leftOut, leftOutCount, leftOutGroups } = broadcast
  return (
    <div className="od-broadcast-facts">
      <MediaStrip media={broadcast.media} />
      {broadcast.body !== '' && (
        <blockquote className="od-printed">
          <PrivateText>{broadcast.body}</PrivateText>
        </blockquote>
      )}
      <DefinitionRows
        rows={[
          [text('broadcast.by'), `${broadcast.staffName}, ${moment.when(broadcast.createdAtMs, now)}`],
          [text('broadcast.from'), moment.when(broadcast.startsAtMs, now)],
          [text('broadcast.purpose'), text(`purpose.${broadcast.purpose}`)],
          [text('broadcast.stand'), <Counts key="counts" counts={broadcast.counts} />],
          ...whileOpen,
          [text('broadcast.cost'), <CostLine key="cost" costs={broadcast.costs} total={broadcast.total} />],
        ]}
      />
      {leftOutCount > 0 && (
        <Disclosure title={text('compose.left_out.title', { count: leftOutCount })}>
          {leftOutCount > leftOut.length && (
            <p className="od-meta">{text('compose.left_out.first', { count: leftOut.length })}</p>
          )}
          <LeftOutList leftOut={leftOut} groups={leftOutGroups} />
        </Disclosure>
      )}
    </div>
  )
}

/** What is of interest while something of it has still to leave; with the first few also afterwards. */
function useWhileOpen(broadcast: Broadcast): readonly Row[] {
  const text = useText()
  const moment = useMoment()
  const now = useNow()
  const intl = useIntl()
  const { canary, perDay, estimatedEndMs } = broadcast
  const first: readonly Row[] = canary === null ? [] : [[text('broadcast.canary'), text(...canaryWords(canary))]]
  if (broadcast.state === 'done' || broadcast.state === 'cancelled') return first
  const dollars = (micros: number) =>
    intl.formatNumber(micros / 1_000_000, { style: 'currency', currency: 'USD', maximumFractionDigits: 2 })
  const end = estimatedEndMs === null ? text('broadcast.end.none') : moment.when(estimatedEndMs, now)
  const estimate = { total: dollars(broadcast.costMicros), spent: dollars(broadcast.spentMicros) }
  return [
    ...first,
    [text('broadcast.end'), end],
    ...(perDay === null
      ? []
      : [[text('broadcast.per_day'), text('broadcast.per_day.words', { count: perDay })] as Row]),
    [text('broadcast.order'), <BroadcastOrder key="order" broadcast={broadcast} />],
    [text('broadcast.estimate'), text('broadcast.estimate.words', estimate)],
  ]

  function canaryWords({ size, state, untilMs }: NonNullable<Broadcast['canary']>) {
    const until = untilMs === null ? '' : moment.when(untilMs, now)
    return [`broadcast.canary.${state}`, { count: size, until }] as const
  }
}

/** How many copies stand where, each state with its word; what is at its end comes last. */
function Counts({ counts }: { readonly counts: Broadcast['counts'] }) {
  const entries = Object.entries(counts).filter(([, count]) => count > 0) as [keyof typeof counts, number][]
  return (
    <span className="od-broadcast-counts">
      {entries.map(([state, count]) => (
        <span key={state}>
          <span className="od-number">{count}</span> <DeliveryStateWord state={state} />
        </span>
      ))}
    </span>
  )
}
