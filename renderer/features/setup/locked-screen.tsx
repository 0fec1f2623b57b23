import { useState } from 'react'
import type { FormEvent } from 'react'
import { useWrite } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { TextField } from '../../design/text-field.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { Door } from './door.tsx'
import { OtherDeskButton } from './other-desk-button.tsx'

/** Asks for the passphrase, or for the recovery code when the keychain of the computer no longer has the key. */
export function LockedScreen(props: {
  readonly desk: 'practice' | 'office'
  readonly why: 'passphrase' | 'keychain_lost'
  readonly hasOffice: boolean
}) {
  const text = useText()
  const errorText = useErrorText()
  const unlock = useWrite('setup.unlock')
  const [secret, setSecret] = useState('')
  const open = (event: FormEvent) => {
    event.preventDefault()
    if (secret !== '') void unlock.run({ secret })
  }
  return (
    <Door title={text(`locked.${props.why}.title`)}>
      <p>{text(`locked.${props.why}.text`)}</p>
      <form className="od-form" noValidate onSubmit={open}>
        <TextField
          label={text(`locked.${props.why}.field`)}
          type="password"
          value={secret}
          onChange={setSecret}
          maxLength={200}
          autoFocus
          error={unlock.error && errorText(unlock.error)}
        />
        <div className="od-door-actions">
          <Button kind="primary" size="touch" type="submit" isPending={unlock.isRunning} isDisabled={secret === ''}>
            {text('locked.open')}
          </Button>
          <OtherDeskButton desk={props.desk} hasOffice={props.hasOffice} />
        </div>
      </form>
    </Door>
  )
}
