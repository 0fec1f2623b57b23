import type { RuleChanges, SendingRules } from '../../../../shared/domain/sending-rules.ts'
import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { NumberField } from '../../../design/number-field.tsx'
import { useText } from '../../../i18n/use-text.ts'

/** How often one number may be texted: the office's own numbers, and beside them what nobody may change. */
export function CapFields(props: {
  readonly rules: SendingRules
  readonly promised: OutputOf<'rules.get'>['promisedAMonth']
  readonly change: (part: RuleChanges) => void
}) {
  const text = useText()
  const { rules, promised, change } = props
  const { care, offers, states } = rules.caps
  return (
    <>
      <div className="od-rules-numbers">
        <NumberField
          label={text('rules.most_a_day')}
          value={care.mostADay}
          onChange={(mostADay) => change({ mostADay })}
          min={1}
          max={20}
        />
        <NumberField
          label={text('rules.most_a_week')}
          value={care.mostAWeek}
          onChange={(mostAWeek) => change({ mostAWeek })}
          min={1}
          max={100}
        />
        <NumberField
          label={text('rules.quiet_days')}
          value={offers.quietDays}
          onChange={(quietDays) => change({ quietDays })}
          min={0}
          max={60}
        />
        <NumberField
          label={text('rules.conversation_hours')}
          value={offers.conversationHours}
          onChange={(conversationHours) => change({ conversationHours })}
          min={0}
          max={72}
        />
      </div>
      <p className="od-meta">{text('rules.caps.source')}</p>
      <p className="od-meta">
        {text('rules.promised', { care: promised.care ?? 0, offers: promised.marketing ?? 0 })}{' '}
        {text('rules.state_caps', { states: Object.keys(states).join(', ') })}
      </p>
    </>
  )
}
