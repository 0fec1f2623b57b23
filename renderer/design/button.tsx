import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import './button.css'
import { WithTooltip } from './tooltip.tsx'

/** What a {@link Button} may be told. `keys` is a shortcut as in the command table; the tooltip shows it. */
export interface ButtonProps {
  readonly children: ReactNode
  /** `primary`: the one thing this place is for. `quiet`: beside it. `plain`: within text or a row. `danger`: cannot be undone. */
  readonly kind?: 'primary' | 'quiet' | 'plain' | 'danger'
  readonly size?: 'dense' | 'touch'
  readonly icon?: LucideIcon
  readonly keys?: string | undefined
  readonly tooltip?: string | undefined
  readonly isDisabled?: boolean | undefined
  /** Working: stays focusable, does nothing, says so to a screen reader. */
  readonly isPending?: boolean | undefined
  readonly autoFocus?: boolean
  readonly type?: 'button' | 'submit'
  readonly slot?: string
  readonly onPress?: () => void
}

/** A button with a word on it. */
export function Button(props: ButtonProps) {
  const { kind = 'quiet', size = 'dense', icon: Icon, keys, tooltip, children, ...rest } = props
  return (
    <WithTooltip text={tooltip} keys={keys}>
      <AriaButton {...defined(rest)} className="od-button" data-kind={kind} data-size={size}>
        {Icon && <Icon size={16} aria-hidden />}
        {children}
      </AriaButton>
    </WithTooltip>
  )
}

/**
 * A button with an icon alone; `label` is its name for everybody: screen reader and tooltip. One that names a person or a
 * file of theirs has a `tooltip` that does not, because a tooltip stands on the screen.
 */
export function IconButton(props: {
  readonly icon: LucideIcon
  readonly label: string
  readonly tooltip?: string
  readonly keys?: string | undefined
  readonly isDisabled?: boolean | undefined
  readonly slot?: string
  readonly onPress?: () => void
}) {
  const { icon: Icon, label, tooltip, keys, ...rest } = props
  return (
    <WithTooltip text={tooltip ?? label} keys={keys}>
      <AriaButton {...defined(rest)} aria-label={label} className="od-icon-button">
        <Icon size={18} aria-hidden />
      </AriaButton>
    </WithTooltip>
  )
}

/** Drops the properties that are not given: the component library tells `undefined` from absent. */
function defined<T extends object>(props: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const given = Object.entries(props).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as { [K in keyof T]: Exclude<T[K], undefined> }
}
