import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components'
import { FieldFoot, FieldLabel } from './field-parts.tsx'
import type { FieldWords } from './field-parts.tsx'
import { ChoiceText } from './select.tsx'
import type { Choice } from './select.tsx'

/** A choice of one among few, all of them in sight. `null`: nothing chosen yet. */
export function RadioGroup<T extends string>(
  props: FieldWords & {
    readonly choices: readonly Choice<T>[]
    readonly value: T | null
    readonly onChange: (value: T) => void
  },
) {
  return (
    <AriaRadioGroup
      className="od-field"
      value={props.value}
      onChange={(value) => props.onChange(value as T)}
      isInvalid={props.error !== undefined}
      orientation="horizontal"
    >
      <FieldLabel {...props} />
      <div className="od-radio-group">
        {props.choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className="od-radio">
            <ChoiceText choice={choice} />
          </Radio>
        ))}
      </div>
      <FieldFoot {...props} />
    </AriaRadioGroup>
  )
}
