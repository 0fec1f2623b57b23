import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components'
import './switch.css'

/** Something that is on or off at once, with what it does said under its name. */
export function Switch(props: {
  readonly children: ReactNode
  readonly hint?: ReactNode
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly isDisabled?: boolean
}) {
  return (
    <AriaSwitch
      className="od-switch"
      isSelected={props.isOn}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
    >
      <span className="od-switch-words">
        <span className="od-switch-name">{props.children}</span>
        {props.hint !== undefined && <span className="od-meta">{props.hint}</span>}
      </span>
      <span className="od-switch-track" aria-hidden>
        <span className="od-switch-knob" />
      </span>
    </AriaSwitch>
  )
}
