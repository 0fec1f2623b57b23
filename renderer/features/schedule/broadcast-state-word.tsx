import { CircleCheck, CircleX, Clock, ListChecks, Pause, Send } from 'lucide-react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { StateWord } from '../../design/state-word.tsx'
import { useText } from '../../i18n/use-text.ts'

type BroadcastState = OutputOf<'broadcasts.list'>['broadcasts'][number]['state']

const LOOKS = {
  planning: { icon: ListChecks, tone: 'slate' },
  waiting: { icon: Clock, tone: 'slate' },
  sending: { icon: Send, tone: 'plain' },
  paused: { icon: Pause, tone: 'unsure' },
  done: { icon: CircleCheck, tone: 'may' },
  cancelled: { icon: CircleX, tone: 'slate' },
} as const satisfies Record<BroadcastState, unknown>

/** Where a message to many stands: icon, word and colour. */
export function BroadcastStateWord(props: { readonly state: BroadcastState; readonly isBadge?: boolean }) {
  const text = useText()
  return <StateWord {...LOOKS[props.state]} word={text(`broadcast.${props.state}`)} isBadge={props.isBadge ?? false} />
}
