import { Check, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useText } from '../i18n/use-text.ts'
import './field.css'

/**
 * A question that a person must answer: Yes and No, neither of them pressed at first (`null`).
 * `yesKey` and `noKey` (one letter each) answer it while the focus is inside. The label is read out; show it beside.
 */
export function YesNo(props: {
  readonly label: string
  readonly value: boolean | null
  readonly onChange: (value: boolean) => void
  readonly yesKey?: string
  readonly noKey?: string
}) {
  const text = useText()
  const answer = (group: HTMLElement, value: boolean) => {
    props.onChange(value)
    // The focus goes along, so that the next Tab leads out of the question.
    group.querySelector<HTMLElement>(`input[value="${value ? 'yes' : 'no'}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const key = event.key.toLowerCase()
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (key === (props.yesKey ?? text('common.yes_key'))) answer(event.currentTarget, true)
    if (key === (props.noKey ?? text('common.no_key'))) answer(event.currentTarget, false)
  }
  return (
    <div role="presentation" onKeyDown={onKeyDown}>
      <RadioGroup
        aria-label={props.label}
        className="od-choices"
        orientation="horizontal"
        value={props.value === null ? null : props.value ? 'yes' : 'no'}
        onChange={(value) => props.onChange(value === 'yes')}
      >
        <Radio value="yes" data-value="yes" className="od-choice">
          <Check size={16} aria-hidden />
          {text('common.yes')}
        </Radio>
        <Radio value="no" data-value="no" className="od-choice">
          <X size={16} aria-hidden />
          {text('common.no')}
        </Radio>
      </RadioGroup>
    </div>
  )
}
