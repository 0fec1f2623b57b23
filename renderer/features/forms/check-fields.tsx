import type { ReactNode } from 'react'
import { DateField } from '../../design/date-field.tsx'
import { PhoneField } from '../../design/phone-field.tsx'
import { RadioGroup } from '../../design/radio-group.tsx'
import { Select } from '../../design/select.tsx'
import { TextField } from '../../design/text-field.tsx'
import { useText } from '../../i18n/use-text.ts'
import type { CheckDraft, FormVersion, KnownUnder } from './check-draft.ts'
import { KnownPerson } from './known-person.tsx'

/** What a part of the sheet needs of the whole: the draft, a way to change it, and the sentence of an error. */
export interface CheckPart {
  readonly draft: CheckDraft
  readonly change: (part: Partial<CheckDraft>) => void
  readonly errorAt: (field: 'name' | 'phone' | 'email' | 'date') => ReactNode
}

/** Which printed sheet it is, and in which language the person writes. */
export function SheetFields(
  props: CheckPart & { readonly versions: readonly FormVersion[]; readonly version: FormVersion | undefined },
) {
  const text = useText()
  const { draft, change, versions, version } = props
  return (
    <div className="od-check-two">
      <Select
        label={text('forms.version')}
        choices={versions.map(({ id, code, language }) => ({
          value: id,
          text: text('forms.version.choice', { code, language: text(`language.${language}`) }),
        }))}
        value={version?.id ?? null}
        onChange={(versionId) => {
          const chosen = versions.find(({ id }) => id === versionId)
          change({ versionId, ...(chosen ? { language: chosen.language } : {}) })
        }}
      />
      <RadioGroup
        label={text('forms.language')}
        choices={(['en', 'es'] as const).map((value) => ({ value, text: text(`language.${value}`) }))}
        value={draft.language}
        onChange={(language) => change({ language })}
      />
    </div>
  )
}

/** Who signed: name, mobile number, e-mail, and whether the office knows the number already. */
export function PersonFields(props: CheckPart & { readonly known: KnownUnder | undefined }) {
  const text = useText()
  const { draft, change, errorAt, known } = props
  return (
    <>
      <div className="od-check-two" data-check="name">
        <TextField
          label={text('forms.given_name')}
          value={draft.givenName}
          onChange={(givenName) => change({ givenName })}
          error={errorAt('name')}
          maxLength={80}
          autoFocus
          isPrivate
        />
        <TextField
          label={text('forms.family_name')}
          value={draft.familyName}
          onChange={(familyName) => change({ familyName })}
          maxLength={80}
          isPrivate
        />
      </div>
      <div className="od-check-two" data-check="phone">
        <PhoneField
          label={text('forms.phone')}
          value={draft.phone}
          onChange={(phone) => change({ phone })}
          error={errorAt('phone')}
          isPrivate
        />
        <TextField
          label={text('forms.email')}
          extra={text('common.optional')}
          type="email"
          value={draft.email}
          onChange={(email) => change({ email })}
          error={errorAt('email')}
          maxLength={254}
          isPrivate
        />
      </div>
      {known && (
        <KnownPerson known={known} belongsTo={draft.belongsTo} onChange={(belongsTo) => change({ belongsTo })} />
      )}
    </>
  )
}

/** When it was signed, as written by the person's own hand. */
export function SignedOn({ draft, change, errorAt, today }: CheckPart & { readonly today: string }) {
  const text = useText()
  return (
    <div data-check="date">
      <DateField
        label={text('forms.signed_on')}
        value={draft.signedOn}
        onChange={(signedOn) => change({ signedOn })}
        error={errorAt('date')}
        max={today}
      />
    </div>
  )
}
