import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import './choice-bar.css'

/** One side of a {@link ChoiceBar}; `count` stands behind its word. */
export interface BarChoice<T extends string> {
  readonly value: T
  readonly text: string
  readonly count?: number | undefined
}

/** Which of a few views of a list is in sight. Arrow keys move along it. */
export function ChoiceBar<T extends string>(props: {
  readonly label: string
  readonly choices: readonly BarChoice<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
}) {
  return (
    <ToggleButtonGroup
      aria-label={props.label}
      className="od-choice-bar"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={(keys) => {
        const chosen = props.choices.find((choice) => keys.has(choice.value))
        if (chosen) props.onChange(chosen.value)
      }}
    >
      {props.choices.map((choice) => (
        <ToggleButton key={choice.value} id={choice.value} className="od-bar-choice">
          {choice.text}
          {choice.count !== undefined && choice.count > 0 && <span className="od-number">{choice.count}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
