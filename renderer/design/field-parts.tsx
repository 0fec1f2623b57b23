import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Label, Text } from 'react-aria-components'
import './field.css'

/** What every field is told about its words. */
export interface FieldWords {
  readonly label: ReactNode
  /** Said beside the label: that it may stay empty, for example. */
  readonly extra?: string | undefined
  readonly hint?: ReactNode
  /** The sentence that says what is wrong and what to do; the field is marked while there is one. */
  readonly error?: ReactNode
}

/** The label of a field with what is said beside it. */
export function FieldLabel({ label, extra }: Pick<FieldWords, 'label' | 'extra'>) {
  return (
    <Label className="od-label">
      {label}
      {extra !== undefined && <span className="od-label-extra"> {extra}</span>}
    </Label>
  )
}

/** What stands under a field: its error when there is one, else its hint. Both are read out with the field. */
export function FieldFoot({ hint, error }: Pick<FieldWords, 'hint' | 'error'>) {
  if (error !== undefined) {
    return (
      <Text slot="description" className="od-field-error">
        <CircleAlert size={14} aria-hidden />
        <span>{error}</span>
      </Text>
    )
  }
  if (hint === undefined) return null
  return (
    <Text slot="description" className="od-hint">
      {hint}
    </Text>
  )
}
