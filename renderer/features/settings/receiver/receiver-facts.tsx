import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { useNow } from '../../../app/use-now.ts'
import { DefinitionRows } from '../../../design/definition-rows.tsx'
import { useMoment } from '../../../i18n/use-moment.ts'
import { useText } from '../../../i18n/use-text.ts'

/** What to enter at the provider, and what came since: the last webhook, and what was turned away and why. */
export function ReceiverFacts({ receiver }: { readonly receiver: OutputOf<'receiver.get'> }) {
  const text = useText()
  const moment = useMoment()
  const now = useNow()
  const { lastHeardAtMs, refused } = receiver
  const urlOf = (path: string) => text('receiver.url.value', { path })
  return (
    <DefinitionRows
      rows={[
        [text('receiver.url.inbound'), urlOf('/webhooks/inbound')],
        [text('receiver.url.status'), urlOf('/webhooks/status')],
        [
          text('receiver.heard'),
          lastHeardAtMs === null ? text('receiver.heard.never') : moment.when(lastHeardAtMs, now),
        ],
        [
          text('receiver.refused'),
          refused.length === 0 ? (
            text('receiver.refused.none')
          ) : (
            <ul className="od-receiver-refused">
              {refused.map(({ why, count, lastAtMs }) => (
                <li key={why}>
                  {text('receiver.refused.row', {
                    reason: text(`receiver.refused.${why}`),
                    count,
                    when: moment.when(lastAtMs, now),
                  })}
                </li>
              ))}
            </ul>
          ),
        ],
      ]}
    />
  )
}
