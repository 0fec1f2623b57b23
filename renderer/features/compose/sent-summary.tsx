import { CircleCheck } from 'lucide-react'
import { useNavigate } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { paths } from '../../app/paths.ts'
import { useNow } from '../../app/use-now.ts'
import { Button } from '../../design/button.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useDrawnText, useText } from '../../i18n/use-text.ts'
import type { Sent } from './use-send.ts'

/** What was set going, honestly: how many, when, who not; and where each one can be followed. */
export function SentSummary({ sent, onAnother }: { readonly sent: Sent; readonly onAnother: () => void }) {
  const text = useText()
  const drawn = useDrawnText()
  const moment = useMoment()
  const navigate = useNavigate()
  const now = useNow()
  const line = useRead('queue.status', {}).value
  const isLater = sent.firstAtMs > now + 60_000
  const isAway = line !== undefined && line.connection !== 'online'
  const how = isLater ? 'later' : isAway ? 'away' : 'now'
  const follow = () => void navigate(sent.kind === 'one' ? paths.thread(sent.e164) : paths.broadcast(sent.broadcastId))
  usePageCommand('page.primary', follow)
  return (
    <section className="od-sent" role="status">
      <CircleCheck size={20} aria-hidden />
      <h2>
        {drawn(`compose.sent.${sent.kind}.${how}`, {
          count: sent.kind === 'many' ? sent.count : 1,
          name: sent.kind === 'one' ? <PrivateText>{sent.name}</PrivateText> : '',
          when: moment.when(sent.firstAtMs, now),
        })}
      </h2>
      {sent.kind === 'many' && sent.leftOut > 0 && <p>{text('compose.sent.left_out', { count: sent.leftOut })}</p>}
      <p className="od-sent-what">{text(`compose.sent.what.${sent.kind}`)}</p>
      <div className="od-sent-ways">
        <Button kind="primary" keys="Mod+Enter" onPress={follow}>
          {text(`compose.sent.follow.${sent.kind}`)}
        </Button>
        <Button onPress={onAnother}>{text('compose.sent.another')}</Button>
      </div>
    </section>
  )
}
