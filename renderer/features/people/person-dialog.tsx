import { useState } from 'react'
import type { FormEvent } from 'react'
import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts'
import type { AppError } from '../../../shared/ipc/errors.ts'
import { useWrite } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { Notice } from '../../design/notice.tsx'
import { PhoneField } from '../../design/phone-field.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { RadioGroup } from '../../design/radio-group.tsx'
import { TextField } from '../../design/text-field.tsx'
import { showToast } from '../../design/toast.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useDrawnText, useText } from '../../i18n/use-text.ts'

type Draft = InputOf<'people.save'>

/** Adds a person, or changes name, e-mail and language; a number typed here is added to hers. It gives no consent. */
export function PersonDialog(props: {
  readonly person: OutputOf<'people.get'> | null
  readonly onClose: () => void
  readonly onSaved: (id: string) => void
}) {
  const text = useText()
  const drawn = useDrawnText()
  const errorText = useErrorText()
  const save = useWrite('people.save')
  const [draft, setDraft] = useState<Draft>(() => draftOf(props.person))
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const field = save.error && fieldOf(save.error)
  const errorAt = (name: ReturnType<typeof fieldOf>) =>
    save.error && field === name ? errorText(save.error) : undefined
  const submit = async () => {
    const saved = await save.run(draft)
    if (!saved.ok) return
    const name = <PrivateText>{`${draft.givenName} ${draft.familyName}`.trim()}</PrivateText>
    showToast({ text: drawn('person.saved', { name }) })
    props.onSaved(saved.value.personId)
  }
  const foot = (
    <>
      <Button onPress={props.onClose}>{text('common.not_now')}</Button>
      <Button kind="primary" keys="Mod+Enter" isPending={save.isRunning} onPress={() => void submit()}>
        {text('common.save')}
      </Button>
    </>
  )
  return (
    <Dialog
      title={text(props.person ? 'person.edit' : 'person.add')}
      isOpen
      onClose={props.onClose}
      onPrimary={() => void submit()}
      foot={foot}
    >
      <form
        className="od-form"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void submit()
        }}
      >
        {errorAt('none') !== undefined && (
          <Notice tone="brick" isAnswer>
            {errorAt('none')}
          </Notice>
        )}
        <div className="od-two-fields">
          <TextField
            label={text('person.given_name')}
            value={draft.givenName}
            onChange={(givenName) => change({ givenName })}
            maxLength={80}
            error={errorAt('name')}
            autoFocus
            isPrivate
          />
          <TextField
            label={text('person.family_name')}
            value={draft.familyName}
            onChange={(familyName) => change({ familyName })}
            maxLength={80}
            isPrivate
          />
        </div>
        <PhoneField
          label={text(draft.id === null ? 'person.phone' : 'person.phone.another')}
          extra={text('common.optional')}
          hint={text('person.phone.hint')}
          value={draft.phone}
          onChange={(phone) => change({ phone })}
          error={errorAt('phone')}
          isPrivate
        />
        <TextField
          label={text('person.email')}
          extra={text('common.optional')}
          type="email"
          value={draft.email}
          onChange={(email) => change({ email })}
          maxLength={254}
          error={errorAt('email')}
          isPrivate
        />
        <RadioGroup
          label={text('person.language')}
          choices={(['en', 'es'] as const).map((value) => ({ value, text: text(`language.${value}`) }))}
          value={draft.language}
          onChange={(language) => change({ language })}
        />
        <button type="submit" hidden aria-label={text('common.save')} />
      </form>
    </Dialog>
  )
}

function draftOf(person: OutputOf<'people.get'> | null): Draft {
  if (!person) return { id: null, givenName: '', familyName: '', email: '', language: 'en', phone: '' }
  const { id, givenName, familyName, email, language } = person
  return { id, givenName, familyName, email, language, phone: '' }
}

/** The field at which an error is said; `none` for one that belongs to the whole. */
function fieldOf(error: AppError): 'name' | 'phone' | 'email' | 'none' {
  if (error.code === 'name_missing') return 'name'
  if (error.code === 'email_not_valid') return 'email'
  return error.code.startsWith('phone_') ? 'phone' : 'none'
}
