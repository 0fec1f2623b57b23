import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import { Button, Group, Input, SearchField as AriaSearchField } from 'react-aria-components'
import './field.css'
import { useText } from '../i18n/use-text.ts'

/** Searches as one types. The label is for screen readers; the placeholder shows it to everybody else. What is typed may be a name. */
export function SearchField(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoFocus?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
}) {
  const text = useText()
  return (
    <AriaSearchField
      className="od-field"
      aria-label={props.label}
      value={props.value}
      onChange={props.onChange}
      autoFocus={props.autoFocus ?? false}
      maxLength={200}
    >
      <Group className="od-input od-input-group">
        <Search size={16} aria-hidden />
        <Input
          {...(props.inputRef ? { ref: props.inputRef } : {})}
          className="od-private"
          placeholder={props.label}
          spellCheck="false"
        />
        {props.value !== '' && (
          <Button className="od-icon-button od-icon-button-small" aria-label={text('common.clear')}>
            <X size={16} aria-hidden />
          </Button>
        )}
      </Group>
    </AriaSearchField>
  )
}
