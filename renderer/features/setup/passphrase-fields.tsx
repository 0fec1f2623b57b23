import { TextField } from '../../design/text-field.tsx'
import { useText } from '../../i18n/use-text.ts'
import type { OfficeDraft } from './office-draft.ts'

/** The passphrase, twice: this computer has no keychain that could keep the key. */
export function PassphraseFields(props: {
  readonly draft: OfficeDraft
  readonly min: number
  readonly onChange: (part: Partial<OfficeDraft>) => void
  readonly errorOf: (field: keyof OfficeDraft) => string | undefined
}) {
  const text = useText()
  return (
    <>
      <TextField
        label={text('setup.passphrase')}
        hint={text('setup.passphrase.hint', { min: props.min })}
        type="password"
        autoComplete="new-password"
        value={props.draft.passphrase}
        onChange={(passphrase) => props.onChange({ passphrase })}
        maxLength={200}
        error={props.errorOf('passphrase')}
      />
      <TextField
        label={text('setup.again')}
        type="password"
        autoComplete="new-password"
        value={props.draft.again}
        onChange={(again) => props.onChange({ again })}
        maxLength={200}
        error={props.errorOf('again')}
      />
    </>
  )
}
