import { PhoneField } from '../../design/phone-field.tsx'
import { TextField } from '../../design/text-field.tsx'
import { useText } from '../../i18n/use-text.ts'
import type { FormOffice, SheetChoice } from './print-draft.ts'

/** What the office says of itself on the sheet; the addresses of the web are those for the sheet's language. */
export function OfficeFields(props: {
  readonly office: FormOffice
  readonly language: SheetChoice['language']
  readonly onChange: (office: FormOffice) => void
}) {
  const text = useText()
  const { office, language, onChange } = props
  const change = (part: Partial<FormOffice>) => onChange({ ...office, ...part })
  const links = office.links[language]
  const changeLinks = (part: Partial<typeof links>) =>
    change({ links: { ...office.links, [language]: { ...links, ...part } } })
  return (
    <>
      <TextField
        label={text('print.legal_name')}
        hint={text('print.legal_name.hint')}
        value={office.legalName}
        onChange={(legalName) => change({ legalName })}
        maxLength={160}
      />
      <TextField
        label={text('print.address')}
        extra={text('common.optional')}
        value={office.address}
        onChange={(address) => change({ address })}
        maxLength={200}
      />
      <PhoneField label={text('print.phone')} value={office.phone} onChange={(phone) => change({ phone })} />
      <TextField
        label={text('print.privacy', { language: text(`language.${language}`) })}
        value={links.privacyAddress}
        onChange={(privacyAddress) => changeLinks({ privacyAddress })}
        maxLength={160}
      />
      <TextField
        label={text('print.terms', { language: text(`language.${language}`) })}
        value={links.termsAddress}
        onChange={(termsAddress) => changeLinks({ termsAddress })}
        maxLength={160}
      />
    </>
  )
}
