import { useState } from 'react'
import type { FormEvent } from 'react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { PhoneField } from '../../design/phone-field.tsx'
import { RadioGroup } from '../../design/radio-group.tsx'
import { TextField } from '../../design/text-field.tsx'
import { showToast } from '../../design/toast.tsx'
import { useText } from '../../i18n/use-text.ts'
import { ZoneSelect } from '../setup/zone-select.tsx'
import { FormFoot } from './form-foot.tsx'

type Practice = OutputOf<'practice.get'>

/** The name, the phone, the zone and the language of the practice, as they stand in its messages. */
export function PracticeFields() {
  const practice = useRead('practice.get', {}).value
  return practice ? <PracticeForm key={JSON.stringify(practice)} saved={practice} /> : null
}

function PracticeForm({ saved }: { readonly saved: Practice }) {
  const text = useText()
  const update = useWrite('practice.update')
  const [draft, setDraft] = useState(saved)
  const change = (part: Partial<Practice>) => setDraft((before) => ({ ...before, ...part }))
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved)
  const isNamed = draft.name.trim() !== ''
  const save = async () => {
    if (!isNamed || !isChanged) return
    const written = await update.run(draft)
    if (written.ok) showToast({ text: text('settings.saved') })
  }
  usePageCommand('page.primary', () => void save(), { isOff: !isChanged })
  return (
    <form
      className="od-form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField
        label={text('practice.name')}
        hint={text('practice.name.hint')}
        value={draft.name}
        onChange={(name) => change({ name })}
        maxLength={120}
        error={isNamed ? undefined : text('setup.problem.practice_name')}
      />
      <PhoneField
        label={text('practice.phone')}
        hint={text('practice.phone.hint')}
        value={draft.phone}
        onChange={(phone) => change({ phone })}
      />
      <ZoneSelect value={draft.zone} onChange={(zone) => change({ zone })} />
      <RadioGroup
        label={text('practice.language')}
        hint={text('practice.language.hint')}
        choices={(['en', 'es'] as const).map((value) => ({ value, text: text(`language.${value}`) }))}
        value={draft.language}
        onChange={(language) => change({ language })}
      />
      <FormFoot
        save={update}
        isChanged={isChanged}
        canSave={isNamed}
        onTakeBack={() => setDraft(saved)}
        keys="Mod+Enter"
      />
    </form>
  )
}
