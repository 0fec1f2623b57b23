import { Notice } from '../../design/notice.tsx'
import { YesNo } from '../../design/yes-no.tsx'
import { useText } from '../../i18n/use-text.ts'
import { PURPOSES } from './check-draft.ts'
import { PersonFields, SheetFields, SignedOn } from './check-fields.tsx'
import { ConsentRow } from './consent-row.tsx'
import type { FormCheck } from './use-form-check.ts'

/** The right side for a sheet that the machine could not read: a person types what stands on the picture. */
export function TypedCheck({ check, today }: { readonly check: FormCheck; readonly today: string }) {
  const text = useText()
  const { draft, change } = check
  return (
    <>
      <SheetFields {...check} />
      <PersonFields {...check} />
      {PURPOSES.map((purpose) => (
        <ConsentRow
          key={purpose}
          purpose={purpose}
          sentence={check.version?.sentences[purpose] ?? ''}
          value={draft.agreed[purpose]}
          onChange={(isAgreed) => change({ agreed: { ...draft.agreed, [purpose]: isAgreed } })}
        />
      ))}
      <div className="od-consent-row" data-check="signature">
        <h2 className="od-consent-title">{text('forms.signed')}</h2>
        <YesNo label={text('forms.signed')} value={draft.isSigned} onChange={(isSigned) => change({ isSigned })} />
      </div>
      {draft.isSigned === false ? (
        <Notice tone="unsure" isAnswer>
          {text('forms.not_signed')}
        </Notice>
      ) : (
        <SignedOn {...check} today={today} />
      )}
    </>
  )
}
