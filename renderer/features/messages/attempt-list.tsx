import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead } from '../../api/queries.ts'
import { DefinitionRows } from '../../design/definition-rows.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import type { Delivery } from './delivery-truth.ts'

type Attempt = OutputOf<'deliveries.get'>['attempts'][number]

const OUTCOMES = ['ACCEPTED', 'NOT_SENT', 'THROTTLED', 'ACCOUNT', 'PERMANENT', 'IN_DOUBT']

/** Every try to send a message and every word of the carrier about it: what one reads out when somebody asks. */
export function AttemptList({ delivery, by }: { readonly delivery: Delivery; readonly by: string }) {
  const text = useText()
  const errorText = useErrorText()
  const moment = useMoment()
  const detail = useRead('deliveries.get', { id: delivery.id })
  if (detail.error) return <p>{errorText(detail.error)}</p>
  if (!detail.value) return null
  const when = (atMs: number) => `${moment.shortDay(atMs)}, ${moment.time(atMs)}`
  const { attempts, events } = detail.value
  return (
    <DefinitionRows
      rows={[
        [text('messages.detail.by'), by],
        [text('messages.detail.parts'), String(delivery.segments)],
        [text('messages.detail.not_after'), when(delivery.expiresAtMs)],
        ...attempts.map(
          (attempt) =>
            [
              text('messages.detail.attempt', { n: attempt.n }),
              <AttemptWords key={attempt.clientRef} attempt={attempt} when={when} />,
            ] as const,
        ),
        ...events.map(
          (event, place) =>
            [text('messages.detail.report', { n: place + 1 }), `${event.status}, ${when(event.atMs)}`] as const,
        ),
      ]}
    />
  )
}

function AttemptWords({ attempt, when }: { readonly attempt: Attempt; readonly when: (atMs: number) => string }) {
  const text = useText()
  const { outcome, code, httpStatus } = attempt
  const isKnown = outcome !== null && OUTCOMES.includes(outcome)
  const word = isKnown ? text(`messages.outcome.${outcome}`) : text('messages.outcome.open')
  const facts = [code, httpStatus === null ? null : `HTTP ${httpStatus}`].filter((fact) => fact !== null && fact !== '')
  return (
    <>
      {when(attempt.startedAtMs)}: {word}
      {facts.length > 0 && ` (${facts.join(', ')})`}
      <br />
      <code className="od-mono od-client-ref">{attempt.clientRef}</code>
    </>
  )
}
