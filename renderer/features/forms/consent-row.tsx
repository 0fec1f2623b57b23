import { YesNo } from '../../design/yes-no.tsx'
import { useText } from '../../i18n/use-text.ts'
import type { FormPurpose } from './check-draft.ts'

/** One box of the sheet: what is printed beside it, and whether the person ticked it. Neither answer is pressed at first. */
export function ConsentRow(props: {
  readonly purpose: FormPurpose
  readonly sentence: string
  readonly value: boolean | null
  readonly onChange: (isAgreed: boolean) => void
}) {
  const text = useText()
  const title = text(`purpose.${props.purpose}`)
  return (
    <div className="od-consent-row" data-check={props.purpose}>
      <div>
        <h2 className="od-consent-title">{title}</h2>
        <blockquote className="od-printed">{props.sentence}</blockquote>
      </div>
      <YesNo label={text('forms.box.question', { box: title })} value={props.value} onChange={props.onChange} />
    </div>
  )
}
