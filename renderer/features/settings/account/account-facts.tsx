import { useState } from 'react'
import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { useWrite } from '../../../api/queries.ts'
import { useNow } from '../../../app/use-now.ts'
import { Button } from '../../../design/button.tsx'
import { DefinitionRows } from '../../../design/definition-rows.tsx'
import { ConfirmDialog } from '../../../design/dialog.tsx'
import { Notice } from '../../../design/notice.tsx'
import { showToast } from '../../../design/toast.tsx'
import { useErrorText } from '../../../i18n/error-text.tsx'
import { useMoment } from '../../../i18n/use-moment.ts'
import { useText } from '../../../i18n/use-text.ts'
import { AccountTest } from './account-test.tsx'

type Account = OutputOf<'account.get'>

/** What is known of the account without its secrets, and what can be done with it. */
export function AccountFacts({ account, onChange }: { readonly account: Account; readonly onChange: () => void }) {
  const text = useText()
  const moment = useMoment()
  const now = useNow()
  const tested = account.checkedAtMs
  return (
    <>
      <DefinitionRows
        rows={[
          [text('account.api_key'), text('account.api_key.value', { end: account.apiKeyEnd })],
          [text('account.application'), account.applicationId ?? text('account.application.none')],
          ...(account.hasPrivateKey ? [[text('account.private_key'), text('account.private_key.value')] as const] : []),
          [text('account.inbound'), text(`account.inbound.${account.inbound}.value`)],
          [text('account.tested'), tested === null ? text('account.tested.never') : moment.when(tested, now)],
        ]}
      />
      <AccountTest actions={<Button onPress={onChange}>{text('account.change')}</Button>} more={<ForgetButton />} />
    </>
  )
}

function ForgetButton() {
  const text = useText()
  const errorText = useErrorText()
  const forget = useWrite('account.forget')
  const [isOpen, setOpen] = useState(false)
  const confirm = async () => {
    const forgotten = await forget.run({})
    if (!forgotten.ok) return
    setOpen(false)
    showToast({ text: text('account.forgotten') })
  }
  return (
    <>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {text('account.forget')}
      </Button>
      <ConfirmDialog
        title={text('account.forget.title')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        confirmText={text('account.forget')}
        isDanger
        isPending={forget.isRunning}
        onConfirm={() => void confirm()}
      >
        <p>{text('account.forget.text')}</p>
        {forget.error && (
          <Notice tone="brick" isAnswer>
            {errorText(forget.error)}
          </Notice>
        )}
      </ConfirmDialog>
    </>
  )
}
