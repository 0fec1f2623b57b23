import { Check, ChevronDown } from 'lucide-react'
import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { FieldFoot, FieldLabel } from './field-parts.tsx'
import type { FieldWords } from './field-parts.tsx'
import { PrivateText } from './private-text.tsx'

/** One choice of a {@link Select} or a {@link RadioGroup}. */
export interface Choice<T extends string> {
  readonly value: T
  readonly text: string
  /** Names a person: hidden under counter privacy. */
  readonly isPrivate?: boolean
}

/** A choice as it is shown. */
export function ChoiceText<T extends string>({ choice }: { readonly choice: Choice<T> }) {
  return choice.isPrivate ? <PrivateText>{choice.text}</PrivateText> : choice.text
}

/** A choice of one among many, shown as one line. `isLabelHidden` keeps the label for screen readers alone. */
export function Select<T extends string>(
  props: FieldWords & {
    readonly label: string
    readonly choices: readonly Choice<T>[]
    readonly value: T | null
    readonly onChange: (value: T) => void
    readonly placeholder?: string
    readonly isLabelHidden?: boolean
    readonly isDisabled?: boolean
  },
) {
  const chosen = props.choices.find(({ value }) => value === props.value)
  return (
    <AriaSelect
      className="od-field"
      value={props.value}
      onChange={(value) => props.onChange(value as T)}
      isInvalid={props.error !== undefined}
      isDisabled={props.isDisabled ?? false}
      placeholder={props.placeholder ?? '—'}
      {...(props.isLabelHidden ? { 'aria-label': props.label } : {})}
    >
      {!props.isLabelHidden && <FieldLabel {...props} />}
      <Button className="od-input od-select-button">
        <SelectValue className="od-clip">
          {({ defaultChildren }) => (chosen ? <ChoiceText choice={chosen} /> : defaultChildren)}
        </SelectValue>
        <ChevronDown size={16} aria-hidden />
      </Button>
      <FieldFoot {...props} />
      <Popover className="od-popover" offset={4}>
        <ListBox items={props.choices}>
          {(choice) => (
            <ListBoxItem id={choice.value} textValue={choice.text} className="od-option">
              {({ isSelected }) => (
                <>
                  <Check size={16} aria-hidden visibility={isSelected ? 'visible' : 'hidden'} />
                  <ChoiceText choice={choice} />
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
