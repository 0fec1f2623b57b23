import { useState } from 'react'
import type { FormEvent } from 'react'
import { useRead, useWrite } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { RadioGroup } from '../../design/radio-group.tsx'
import { TextField } from '../../design/text-field.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'

/** Who works here, and who sits at the desk now. */
export function StaffFields() {
  const text = useText()
  const errorText = useErrorText()
  const staff = useRead('staff.list', {}).value
  const signIn = useWrite('staff.signIn')
  if (!staff) return null
  const choices = staff.staff
    .filter((member) => member.isActive)
    .map((member) => ({ value: member.id, text: member.name }))
  return (
    <>
      <RadioGroup
        label={text('staff.at_desk')}
        hint={text('staff.at_desk.hint')}
        choices={choices}
        value={staff.currentId}
        onChange={(id) => void signIn.run({ id })}
        error={signIn.error && errorText(signIn.error)}
      />
      <AddStaff />
    </>
  )
}

function AddStaff() {
  const text = useText()
  const errorText = useErrorText()
  const add = useWrite('staff.add')
  const [name, setName] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const added = await add.run({ name })
    if (added.ok) setName('')
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <div className="od-inline-field">
        <TextField label={text('staff.add')} value={name} onChange={setName} maxLength={80} />
        <Button type="submit" isDisabled={name.trim() === ''} isPending={add.isRunning}>
          {text('common.add')}
        </Button>
      </div>
      {add.error && (
        <Notice tone="brick" isAnswer>
          {errorText(add.error)}
        </Notice>
      )}
    </form>
  )
}
