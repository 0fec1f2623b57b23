import { groupPhone } from './phone-text.ts'
import { TextField } from './text-field.tsx'
import type { TextFieldProps } from './text-field.tsx'

/** A mobile number; grouped as soon as its ten digits are there. The value is the text as it stands in the field. */
export function PhoneField(props: Omit<TextFieldProps, 'type' | 'maxLength'>) {
  return <TextField {...props} type="tel" maxLength={40} onChange={(value) => props.onChange(groupPhone(value))} />
}
