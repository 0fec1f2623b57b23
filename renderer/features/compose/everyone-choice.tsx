import { UsersRound } from 'lucide-react'
import { Select } from '../../design/select.tsx'
import { useText } from '../../i18n/use-text.ts'
import type { ComposeAudience, MessagePurpose } from './compose-draft.ts'
import { WhoChip } from './who-chip.tsx'

type Everyone = Extract<ComposeAudience, { kind: 'everyone' }>

/** Everyone who agreed to what the message is for, or of them only those who read one language. */
export function EveryoneChoice(props: {
  readonly audience: Everyone
  readonly purpose: MessagePurpose
  readonly onChange: (audience: ComposeAudience | null) => void
}) {
  const text = useText()
  const name = text(`compose.everyone.${props.purpose}`)
  return (
    <div className="od-everyone">
      <ul className="od-chips">
        <WhoChip icon={<UsersRound size={16} aria-hidden />} name={name} onTakeOff={() => props.onChange(null)}>
          {name}
        </WhoChip>
      </ul>
      <Select
        label={text('compose.everyone.language')}
        isLabelHidden
        choices={(['all', 'en', 'es'] as const).map((value) => ({
          value,
          text: text(`compose.everyone.language.${value}`),
        }))}
        value={props.audience.language ?? 'all'}
        onChange={(chosen) => props.onChange({ kind: 'everyone', language: chosen === 'all' ? null : chosen })}
      />
    </div>
  )
}
