import type { Ref } from 'react'
import { TextField as AriaTextField, Input, TextArea as AriaTextArea } from 'react-aria-components'
import { FieldFoot, FieldLabel } from './field-parts.tsx'
import type { FieldWords } from './field-parts.tsx'

/** What a field of text is told; `value` is owned by the form it stands in. */
export interface TextFieldProps extends FieldWords {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength?: number
  readonly autoFocus?: boolean
  readonly isDisabled?: boolean
  readonly placeholder?: string
  /** A person's own words or name: hidden under counter privacy. */
  readonly isPrivate?: boolean
  readonly type?: 'text' | 'email' | 'tel' | 'password'
  readonly autoComplete?: string
  readonly spellCheck?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  return (
    <AriaTextField {...fieldProps(props)} type={props.type ?? 'text'} className="od-field">
      <FieldLabel {...props} />
      <Input
        {...(props.inputRef ? { ref: props.inputRef } : {})}
        className={props.isPrivate ? 'od-input od-private' : 'od-input'}
        placeholder={props.placeholder ?? ''}
      />
      <FieldFoot {...props} />
    </AriaTextField>
  )
}

/** Several lines of text. `rows` is the height before a person drags it. */
export function TextArea(
  props: Omit<TextFieldProps, 'inputRef' | 'type'> & {
    readonly rows?: number
    readonly areaRef?: Ref<HTMLTextAreaElement>
  },
) {
  return (
    <AriaTextField {...fieldProps(props)} className="od-field">
      <FieldLabel {...props} />
      <AriaTextArea
        {...(props.areaRef ? { ref: props.areaRef } : {})}
        className={props.isPrivate ? 'od-input od-private' : 'od-input'}
        rows={props.rows ?? 4}
        placeholder={props.placeholder ?? ''}
      />
      <FieldFoot {...props} />
    </AriaTextField>
  )
}

function fieldProps(props: Omit<TextFieldProps, 'inputRef' | 'type'>) {
  return {
    value: props.value,
    onChange: props.onChange,
    isInvalid: props.error !== undefined,
    isDisabled: props.isDisabled ?? false,
    autoFocus: props.autoFocus ?? false,
    autoComplete: props.autoComplete ?? 'off',
    spellCheck: props.spellCheck ? ('true' as const) : ('false' as const),
    ...(props.maxLength === undefined ? {} : { maxLength: props.maxLength }),
  }
}
