import { NumberField } from '../../design/number-field.tsx'
import { RadioGroup } from '../../design/radio-group.tsx'
import { useText } from '../../i18n/use-text.ts'
import { MOST_SHEETS } from './print-draft.ts'
import type { SheetChoice } from './print-draft.ts'

/** Which sheet it is, and how many are wanted. */
export function SheetChoiceFields(props: {
  readonly choice: SheetChoice
  readonly onChoose: (part: Partial<SheetChoice>) => void
  readonly count: number
  readonly onCount: (count: number) => void
}) {
  const text = useText()
  const { choice, onChoose } = props
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
      <NumberField label={text('print.count')} value={props.count} onChange={props.onCount} min={1} max={MOST_SHEETS} />
    </div>
  )
}
