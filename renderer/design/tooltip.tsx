import type { ReactElement } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'
import { KeyHint } from './key-hint.tsx'

/** Shows a word about the one control inside it, and the key that does the same. */
export function WithTooltip(props: {
  readonly text?: string | undefined
  readonly keys?: string | undefined
  readonly children: ReactElement
}) {
  if (props.text === undefined && props.keys === undefined) return props.children
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {props.children}
      <Tooltip className="od-tooltip" offset={6}>
        {props.text !== undefined && <span>{props.text}</span>}
        {props.keys !== undefined && <KeyHint keys={props.keys} />}
      </Tooltip>
    </TooltipTrigger>
  )
}
