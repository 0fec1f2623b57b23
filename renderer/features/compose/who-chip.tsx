import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useText } from '../../i18n/use-text.ts'

/** One part of whom a message is for, with the way to take it off. */
export function WhoChip(props: {
  readonly icon: ReactNode
  readonly name: string
  readonly children: ReactNode
  readonly onTakeOff: () => void
}) {
  const text = useText()
  return (
    <li className="od-chip">
      {props.icon}
      {props.children}
      <AriaButton
        className="od-icon-button od-icon-button-small"
        aria-label={text('compose.take_off', { name: props.name })}
        onPress={props.onTakeOff}
      >
        <X size={14} aria-hidden />
      </AriaButton>
    </li>
  )
}
