import { PrivateText } from '../../design/private-text.tsx'
import { RadioGroup } from '../../design/radio-group.tsx'
import { useDrawnText, useText } from '../../i18n/use-text.ts'
import type { CheckDraft, KnownUnder } from './check-draft.ts'

const NEW_PERSON = 'new'

/** Shown when the number is known already: does the sheet belong to that person, or to another one who shares the number? */
export function KnownPerson(props: {
  readonly known: KnownUnder
  readonly belongsTo: CheckDraft['belongsTo']
  readonly onChange: (belongsTo: CheckDraft['belongsTo']) => void
}) {
  const text = useText()
  const drawn = useDrawnText()
  const { e164, people } = props.known
  if (e164 === null || people.length === 0) return null
  const choices = [
    ...people.map(({ id, displayName: name }) => ({
      value: id,
      text: text('forms.known.is', { name }),
      isPrivate: true,
    })),
    { value: NEW_PERSON, text: text('forms.known.new') },
  ]
  const chosen = props.belongsTo?.e164 === e164 ? (props.belongsTo.personId ?? NEW_PERSON) : null
  return (
    <div className="od-known" data-check="belongs_to">
      <RadioGroup
        label={drawn('forms.known', {
          name: <PrivateText>{people[0]?.displayName}</PrivateText>,
          count: people.length,
        })}
        hint={text('forms.known.hint')}
        choices={choices}
        value={chosen}
        onChange={(value) => props.onChange({ e164, personId: value === NEW_PERSON ? null : value })}
      />
    </div>
  )
}
