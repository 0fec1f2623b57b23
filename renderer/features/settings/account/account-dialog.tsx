import { useState } from 'react'
import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { useWrite } from '../../../api/queries.ts'
import { Button } from '../../../design/button.tsx'
import { Dialog } from '../../../design/dialog.tsx'
import { Notice } from '../../../design/notice.tsx'
import { RadioGroup } from '../../../design/radio-group.tsx'
import { TextField } from '../../../design/text-field.tsx'
import { showToast } from '../../../design/toast.tsx'
import { useErrorText } from '../../../i18n/error-text.tsx'
import { useText } from '../../../i18n/use-text.ts'
import { accountInput, fieldOfError, firstAccountDraft } from './account-draft.ts'
import type { AccountDraft } from './account-draft.ts'
import { BlindNotice } from './blind-notice.tsx'
import { PrivateKeyField } from './private-key-field.tsx'

const SOURCES = ['reports', 'webhook', 'none'] as const

/** Enters an account, or changes the one that is kept; what is kept of it stays where its field is left empty. */
export function AccountDialog(props: {
  readonly account: OutputOf<'account.get'>
  readonly onSaved: () => void
  readonly onClose: () => void
}) {
  const { account, onSaved, onClose } = props
  const text = useText()
  const errorText = useErrorText()
  const save = useWrite('account.save')
  const [draft, setDraft] = useState(() => firstAccountDraft(account))
  const change = (part: Partial<AccountDraft>) => setDraft((before) => ({ ...before, ...part }))
  const wrongField = save.error && fieldOfError(save.error.code)
  const errorOf = (field: keyof AccountDraft) =>
    save.error && wrongField === field ? errorText(save.error) : undefined
  const submit = async () => {
    const saved = await save.run(accountInput(draft))
    if (!saved.ok) return
    showToast({ text: text('account.saved') })
    onSaved()
    onClose()
  }
  const foot = (
    <>
      <Button onPress={onClose}>{text('common.not_now')}</Button>
      <Button kind="primary" keys="Mod+Enter" isPending={save.isRunning} onPress={() => void submit()}>
        {text('common.save')}
      </Button>
    </>
  )
  return (
    <Dialog title={text('account.enter.title')} isOpen onClose={onClose} onPrimary={() => void submit()} foot={foot}>
      <p className="od-meta">{text('account.where')}</p>
      <TextField
        label={text('account.api_key')}
        hint={account.isSet ? text('account.api_key.kept', { end: account.apiKeyEnd }) : undefined}
        value={draft.apiKey}
        onChange={(apiKey) => change({ apiKey })}
        maxLength={80}
        error={errorOf('apiKey')}
        autoFocus
      />
      <TextField
        label={text('account.api_secret')}
        hint={account.isSet ? text('account.api_secret.kept') : undefined}
        type="password"
        value={draft.apiSecret}
        onChange={(apiSecret) => change({ apiSecret })}
        maxLength={200}
        error={errorOf('apiSecret')}
      />
      <TextField
        label={text('account.application')}
        extra={text('common.optional')}
        hint={text('account.application.hint')}
        value={draft.applicationId}
        onChange={(applicationId) => change({ applicationId })}
        maxLength={80}
        error={errorOf('applicationId')}
      />
      <PrivateKeyField
        isKept={account.hasPrivateKey}
        value={draft.privateKey}
        onChange={(privateKey) => change({ privateKey })}
        error={errorOf('privateKey')}
      />
      <RadioGroup
        label={text('account.inbound')}
        hint={text('account.inbound.hint')}
        choices={SOURCES.map((value) => ({ value, text: text(`account.inbound.${value}`) }))}
        value={draft.inbound}
        onChange={(inbound) => change({ inbound })}
      />
      <BlindNotice inbound={draft.inbound} />
      {save.error && wrongField === undefined && (
        <Notice tone="brick" isAnswer>
          {errorText(save.error)}
        </Notice>
      )}
    </Dialog>
  )
}
