import { ArrowDown, ArrowUp } from 'lucide-react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { turnOf } from './broadcast-turn.ts'

/** What goes before a message to many, and the way past the next one or behind it. Nothing has left of what is moved. */
export function BroadcastOrder({ broadcast }: { readonly broadcast: OutputOf<'broadcasts.get'> }) {
  const text = useText()
  const errorText = useErrorText()
  const reorder = useWrite('broadcasts.reorder')
  const all = useRead('broadcasts.list', {}).value?.broadcasts ?? []
  const { before, beside, soonerThan, laterThan } = turnOf(broadcast, all)
  if (soonerThan === null && laterThan === null) return text('broadcast.order.alone')
  const move = (otherId: string, place: 'before' | 'after') => void reorder.run({ id: broadcast.id, otherId, place })
  return (
    <span className="od-broadcast-order">
      <span>{text('broadcast.order.words', { before, beside })}</span>
      {soonerThan !== null && (
        <Button
          kind="plain"
          icon={ArrowUp}
          tooltip={text('broadcast.sooner.why')}
          isPending={reorder.isRunning}
          onPress={() => move(soonerThan, 'before')}
        >
          {text('broadcast.sooner')}
        </Button>
      )}
      {laterThan !== null && (
        <Button
          kind="plain"
          icon={ArrowDown}
          tooltip={text('broadcast.later.why')}
          isPending={reorder.isRunning}
          onPress={() => move(laterThan, 'after')}
        >
          {text('broadcast.later')}
        </Button>
      )}
      {reorder.error && (
        <Notice tone="brick" isAnswer>
          {errorText(reorder.error)}
        </Notice>
      )}
    </span>
  )
}
