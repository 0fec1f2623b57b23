import type { LucideIcon } from 'lucide-react'
import { deliveryLook, textStateLook } from './state-look.ts'
import type { DeliveryStateName, TextStateName, Tone } from './state-look.ts'
import { useText } from '../i18n/use-text.ts'
import './state-word.css'

/** An icon and a word in the colour of their tone; `isBadge` lays a wash behind them. */
export function StateWord(props: {
  readonly icon: LucideIcon
  readonly tone: Tone
  readonly word: string
  readonly isBadge?: boolean
}) {
  const { icon: Icon } = props
  return (
    <span className={props.isBadge ? 'od-state od-badge' : 'od-state'} data-tone={props.tone}>
      <Icon size={16} aria-hidden />
      {props.word}
    </span>
  )
}

/** May this number be texted: the word, the icon and the colour. */
export function TextStateWord({ state, isBadge }: { readonly state: TextStateName; readonly isBadge?: boolean }) {
  const text = useText()
  return <StateWord {...textStateLook(state)} word={text(`state.${state}`)} isBadge={isBadge ?? false} />
}

/** The icon of a text state alone, for dense rows; its word is its name for a screen reader and its tooltip. */
export function TextStateIcon({ state }: { readonly state: TextStateName }) {
  const text = useText()
  const { icon: Icon, tone } = textStateLook(state)
  const word = text(`state.${state}`)
  return (
    <span className="od-state" data-tone={tone} role="img" aria-label={word} title={word}>
      <Icon size={16} aria-hidden />
    </span>
  )
}

/** Where a delivery stands: the word, the icon and the colour. */
export function DeliveryStateWord(props: { readonly state: DeliveryStateName; readonly isBadge?: boolean }) {
  const text = useText()
  return (
    <StateWord {...deliveryLook(props.state)} word={text(`delivery.${props.state}`)} isBadge={props.isBadge ?? false} />
  )
}

/** A number that asks for attention, as in the side bar. Nothing is shown for zero. */
export function CountBadge({ count, label }: { readonly count: number; readonly label: string }) {
  if (count === 0) return null
  return (
    <span className="od-count" role="img" aria-label={label}>
      {count > 999 ? '999+' : count}
    </span>
  )
}
