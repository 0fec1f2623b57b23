import type { KeptDraft } from '../../app/kept-draft.ts'
import { RadioGroup } from '../../design/radio-group.tsx'
import { TextField } from '../../design/text-field.tsx'
import { useText } from '../../i18n/use-text.ts'
import { countOf, MOST_SHEETS } from './print-draft.ts'
import type { PrintDraft, SheetChoice } from './print-draft.ts'

/** Which sheet it is, and how many are wanted. */
export function SheetChoiceFields({ draft, change }: Pick<KeptDraft<PrintDraft>, 'draft' | 'change'>) {
  const text = useText()
  const { choice } = draft
  const onChoose = (part: Partial<SheetChoice>) =>
    change((before) => ({ ...before, choice: { ...before.choice, ...part } }))
  return (
    <div className="od-print-choices">
      <RadioGroup
        label={text('print.language')}
        choices={(['en', 'es'] as const).map((value) => ({ value, text: text(`language.${value}`) }))}
        value={choice.language}
        onChange={(language) => onChoose({ language })}
      />
      <RadioGroup
        label={text('print.paper')}
        choices={(['letter', 'a4'] as const).map((value) => ({ value, text: text(`print.paper.${value}`) }))}
        value={choice.paper}
        onChange={(paper) => onChoose({ paper })}
      />
      <RadioGroup
        label={text('print.size')}
        choices={(['regular', 'large'] as const).map((value) => ({ value, text: text(`print.size.${value}`) }))}
        value={choice.size}
        onChange={(size) => onChoose({ size })}
      />
      <TextField
        label={text('print.count')}
        value={draft.countText}
        onChange={(typed) => change((before) => ({ ...before, countText: typed.replace(/\D/g, '') }))}
        maxLength={3}
        error={countOf(draft) === null ? text('print.count.wrong', { most: MOST_SHEETS }) : undefined}
      />
    </div>
  )
}
