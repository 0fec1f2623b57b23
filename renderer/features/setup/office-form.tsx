import { useState } from 'react'
import type { FormEvent } from 'react'
import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { paths } from '../../app/paths.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { RadioGroup } from '../../design/radio-group.tsx'
import { TextField } from '../../design/text-field.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { officeProblems } from './office-draft.ts'
import type { OfficeDraft } from './office-draft.ts'
import { PassphraseFields } from './passphrase-fields.tsx'
import { useShowRecoveryCode } from './recovery-code.ts'
import { zoneOfComputer } from './us-zones.ts'
import { ZoneSelect } from './zone-select.tsx'

/** The form that makes the office's own, empty store. */
export function OfficeForm({ protection, minPassphraseLength }: OutputOf<'setup.protection'>) {
  const text = useText()
  const errorText = useErrorText()
  const create = useWrite('setup.createOffice')
  const showCode = useShowRecoveryCode()
  const navigate = useNavigate()
  const language = useRead('preferences.get', {}).value?.language ?? 'en'
  const [draft, setDraft] = useState<OfficeDraft>(() => emptyDraft(language))
  const [isTried, setTried] = useState(false)
  const asksPassphrase = protection === 'passphrase'
  const problems = officeProblems(draft, asksPassphrase ? minPassphraseLength : null)
  const change = (part: Partial<OfficeDraft>) => setDraft((before) => ({ ...before, ...part }))
  const shown = (field: keyof OfficeDraft) => {
    const problem = isTried ? problems[field] : undefined
    return problem && text(problem, { min: minPassphraseLength })
  }
  const submit = async () => {
    setTried(true)
    if (Object.keys(problems).length > 0 || create.isRunning) return
    const { passphrase, again: _, ...office } = draft
    const made = await create.run({ ...office, passphrase: asksPassphrase ? passphrase : null })
    if (!made.ok) return
    showCode(made.value)
    void navigate(paths.today)
  }
  usePageCommand('page.primary', () => void submit())
  return (
    <form
      className="od-form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextField
        label={text('practice.name')}
        value={draft.practiceName}
        onChange={(practiceName) => change({ practiceName })}
        maxLength={120}
        hint={text('practice.name.hint')}
        error={shown('practiceName')}
        autoFocus
      />
      <ZoneSelect value={draft.zone} onChange={(zone) => change({ zone })} />
      <RadioGroup
        label={text('practice.language')}
        hint={text('practice.language.hint')}
        choices={(['en', 'es'] as const).map((value) => ({ value, text: text(`language.${value}`) }))}
        value={draft.language}
        onChange={(chosen) => change({ language: chosen })}
      />
      <TextField
        label={text('setup.your_name')}
        hint={text('setup.your_name.hint')}
        value={draft.staffName}
        onChange={(staffName) => change({ staffName })}
        maxLength={80}
        error={shown('staffName')}
      />
      <Notice>{text(`protection.${protection}`)}</Notice>
      {asksPassphrase && <PassphraseFields draft={draft} min={minPassphraseLength} onChange={change} errorOf={shown} />}
      {create.error && (
        <Notice tone="brick" isAnswer>
          {errorText(create.error)}
        </Notice>
      )}
      <div className="od-form-actions">
        <Button kind="primary" size="touch" type="submit" keys="Mod+Enter" isPending={create.isRunning}>
          {text('setup.create')}
        </Button>
      </div>
    </form>
  )
}

function emptyDraft(language: 'en' | 'es'): OfficeDraft {
  return { practiceName: '', zone: zoneOfComputer(), language, staffName: '', passphrase: '', again: '' }
}
