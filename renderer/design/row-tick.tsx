import { Check, Minus } from 'lucide-react'
import { Checkbox } from 'react-aria-components'
import './field.css'

/** The box that ticks a row of a grid, or all of them in its head; the grid itself knows what is ticked. */
export function RowTick() {
  return (
    <Checkbox slot="selection" className="od-check od-row-tick">
      {({ isIndeterminate }) => (
        <span className="od-check-box" aria-hidden>
          {isIndeterminate ? <Minus size={14} strokeWidth={3} /> : <Check size={14} strokeWidth={3} />}
        </span>
      )}
    </Checkbox>
  )
}
