import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'
import './field.css'

/** A box to tick beside its sentence. */
export function Checkbox(props: {
  readonly children: ReactNode
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
}) {
  return (
    <AriaCheckbox
      className="od-check"
      isSelected={props.isSelected}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
    >
      <span className="od-check-box" aria-hidden>
        <Check size={14} strokeWidth={3} />
      </span>
      <span>{props.children}</span>
    </AriaCheckbox>
  )
}
