import type { ReactNode } from 'react'
import { FileButton } from '../../../design/file-button.tsx'
import { TextArea } from '../../../design/text-field.tsx'
import { useText } from '../../../i18n/use-text.ts'

/** The private key, pasted or from its file. The screen faces the public, so its signs are shown as dots. */
export function PrivateKeyField(props: {
  readonly isKept: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: ReactNode
}) {
  const text = useText()
  return (
    <div className="od-secret-field">
      <TextArea
        label={text('account.private_key')}
        extra={text('common.optional')}
        hint={text(props.isKept ? 'account.private_key.kept' : 'account.private_key.hint')}
        value={props.value}
        onChange={props.onChange}
        maxLength={20_000}
        rows={3}
        error={props.error}
      />
      <FileButton
        buttonText={text('account.private_key.file')}
        accept={['.key', '.pem', '.txt']}
        onFiles={([file]) => {
          if (file) props.onChange(new TextDecoder().decode(file.bytes))
        }}
      />
    </div>
  )
}
