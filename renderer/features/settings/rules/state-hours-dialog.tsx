import { useState } from 'react'
import type { SendingRules, StateChange } from '../../../../shared/domain/sending-rules.ts'
import { Button } from '../../../design/button.tsx'
import { Checkbox } from '../../../design/checkbox.tsx'
import { Dialog } from '../../../design/dialog.tsx'
import { useText } from '../../../i18n/use-text.ts'
import { isSpan, stateChangeOf } from './rules-draft.ts'
import { SpanFields } from './span-fields.tsx'

const PARTS = ['weekdays', 'saturday', 'sunday'] as const
/** What a closed day begins with when it is opened. */
const FIRST_SPAN = { fromMinute: 9 * 60, toMinute: 17 * 60 }

/** Changes the hours of one state: which days are open, from when to when, and whether holidays count. */
export function StateHoursDialog(props: {
  readonly state: string
  readonly rules: SendingRules
  readonly onSave: (change: StateChange) => void
  readonly onClose: () => void
}) {
  const text = useText()
  const [draft, setDraft] = useState(() => stateChangeOf(props.rules, props.state))
  const change = (part: Partial<StateChange>) => setDraft((before) => ({ ...before, ...part }))
  const isRight = PARTS.every((part) => isSpan(draft[part]))
  return (
    <Dialog title={text('rules.states.edit', { state: props.state })} isOpen onClose={props.onClose}>
      <div className="od-form">
        {PARTS.map((part) => {
          const span = draft[part]
          return (
            <div key={part} className="od-rules-day">
              <Checkbox isSelected={span !== null} onChange={(is) => change({ [part]: is ? FIRST_SPAN : null })}>
                {text(`rules.states.${part}`)}
              </Checkbox>
              {span && (
                <SpanFields
                  name={text(`rules.states.${part}`)}
                  span={span}
                  onChange={(changed) => change({ [part]: changed })}
                />
              )}
            </div>
          )
        })}
        <Checkbox
          isSelected={draft.isClosedOnHolidays}
          onChange={(isClosedOnHolidays) => change({ isClosedOnHolidays })}
        >
          {text('rules.states.rests')}
        </Checkbox>
        <div className="od-form-actions">
          <Button kind="primary" onPress={() => props.onSave(draft)} isDisabled={!isRight}>
            {text('rules.states.take')}
          </Button>
          <Button onPress={props.onClose}>{text('common.not_now')}</Button>
        </div>
      </div>
    </Dialog>
  )
}
