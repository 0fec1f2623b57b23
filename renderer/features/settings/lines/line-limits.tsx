import { Button } from '../../../design/button.tsx'
import { Disclosure } from '../../../design/disclosure.tsx'
import { TextField } from '../../../design/text-field.tsx'
import { useText } from '../../../i18n/use-text.ts'
import { limitProblems } from './line-draft.ts'
import type { LineDraft } from './line-draft.ts'

const LIMITS = [
  ['ratePerMin', 'lines.rate'],
  ['mmsRatePerMin', 'lines.mms_rate'],
  ['dailyCap', 'lines.cap'],
] as const

/** How fast a number may send: from the table of its class, and changed only by who knows the contract. */
export function LineLimits(props: {
  readonly draft: LineDraft
  readonly onChange: (part: Partial<LineDraft>) => void
  readonly onUsual: () => void
}) {
  const text = useText()
  const problems = limitProblems(props.draft)
  return (
    <Disclosure title={text('lines.limits')}>
      <div className="od-line-limits">
        <p className="od-meta">{text('lines.limits.text')}</p>
        <div className="od-line-limit-fields">
          {LIMITS.map(([field, label]) => (
            <TextField
              key={field}
              label={text(label)}
              hint={field === 'dailyCap' ? text('lines.cap.hint') : undefined}
              value={props.draft[field]}
              onChange={(value) => props.onChange({ [field]: value.replace(/\D/g, '') })}
              maxLength={7}
              error={field in problems ? text('lines.problem.whole', { most: problems[field] }) : undefined}
            />
          ))}
        </div>
        <div className="od-form-actions">
          <Button onPress={props.onUsual}>{text('lines.limits.usual')}</Button>
        </div>
      </div>
    </Disclosure>
  )
}
