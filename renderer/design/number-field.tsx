import { Input, NumberField as AriaNumberField } from 'react-aria-components'
import { FieldFoot, FieldLabel } from './field-parts.tsx'
import type { FieldWords } from './field-parts.tsx'

/** A whole number between two others. The arrow keys count; what is no number becomes the last one again. */
export function NumberField(
  props: FieldWords & {
    readonly value: number
    readonly onChange: (value: number) => void
    readonly min: number
    readonly max: number
  },
) {
  return (
    <AriaNumberField
      className="od-field od-number-field"
      value={props.value}
      onChange={(value) => props.onChange(Number.isNaN(value) ? props.value : value)}
      minValue={props.min}
      maxValue={props.max}
      step={1}
      isInvalid={props.error !== undefined}
    >
      <FieldLabel {...props} />
      <Input className="od-input od-number" />
      <FieldFoot {...props} />
    </AriaNumberField>
  )
}
