import { useRead } from '../../api/queries.ts'
import { RadioGroup } from '../../design/radio-group.tsx'
import { TextField } from '../../design/text-field.tsx'
import { useText } from '../../i18n/use-text.ts'
import type { ComposeDraft, MessagePurpose } from './compose-draft.ts'

interface PartProps {
  readonly draft: ComposeDraft
  readonly change: (part: Partial<ComposeDraft>) => void
}

const PURPOSES = ['care', 'marketing', 'emergency'] as const satisfies readonly MessagePurpose[]

/** In which language the words are: days, times and the line about STOP are written in it too. */
export function LanguageChoice({ draft, change }: PartProps) {
  const text = useText()
  const practice = useRead('practice.get', {}).value
  return (
    <div className="od-compose-part">
      <RadioGroup
        label={text('compose.language')}
        choices={(['en', 'es'] as const).map((value) => ({ value, text: text(`language.${value}`) }))}
        value={draft.language ?? practice?.language ?? null}
        onChange={(language) => change({ language })}
      />
    </div>
  )
}

/** What the message is for: it decides who may get it and at which hours. An emergency asks why, and keeps the answer. */
export function PurposeChoice({ draft, change }: PartProps) {
  const text = useText()
  return (
    <div className="od-compose-part">
      <RadioGroup
        label={text('compose.purpose')}
        hint={text(`compose.purpose.${draft.purpose}.hint`)}
        choices={PURPOSES.map((value) => ({ value, text: text(`compose.purpose.${value}`) }))}
        value={draft.purpose}
        onChange={(purpose) => change({ purpose })}
      />
      {draft.purpose === 'emergency' && (
        <TextField
          label={text('compose.emergency.why')}
          hint={text('compose.emergency.hint')}
          value={draft.emergencyReason}
          onChange={(emergencyReason) => change({ emergencyReason })}
          maxLength={300}
        />
      )}
    </div>
  )
}
