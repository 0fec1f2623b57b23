import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { useRead } from '../../../api/queries.ts'
import { paths } from '../../../app/paths.ts'
import { Button } from '../../../design/button.tsx'
import { Notice } from '../../../design/notice.tsx'
import { useText } from '../../../i18n/use-text.ts'
import { OtherDeskButton } from '../../setup/other-desk-button.tsx'
import { AccountDialog } from './account-dialog.tsx'
import { AccountFacts } from './account-facts.tsx'
import { RealPhonesSwitch } from './real-phones-switch.tsx'

/** The account through which an office sends: entered, tested, forgotten, and switched to real phones. */
export function AccountPart({ desk, hasOffice }: Pick<OutputOf<'setup.state'>, 'desk' | 'hasOffice'>) {
  const account = useRead('account.get', {}).value
  if (desk === 'practice') return <PracticeExplained hasOffice={hasOffice} />
  return account ? <OfficeAccount account={account} /> : null
}

function OfficeAccount({ account }: { readonly account: OutputOf<'account.get'> }) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {account.isSet ? (
        <>
          <AccountFacts account={account} onChange={() => setOpen(true)} />
          {account.inbound === 'none' && <Notice tone="unsure">{text('account.blind')}</Notice>}
          <RealPhonesSwitch account={account} />
        </>
      ) : (
        <>
          <p>{text('account.none')}</p>
          <div className="od-form-actions">
            <Button kind="primary" onPress={() => setOpen(true)}>
              {text('account.enter')}
            </Button>
          </div>
        </>
      )}
      {isOpen && <AccountDialog account={account} onClose={() => setOpen(false)} />}
    </>
  )
}

/** Practising needs no account, and none can be entered by mistake. */
function PracticeExplained({ hasOffice }: { readonly hasOffice: boolean }) {
  const text = useText()
  const navigate = useNavigate()
  return (
    <>
      <p>{text('account.practice')}</p>
      <div className="od-form-actions">
        {hasOffice ? (
          <OtherDeskButton desk="practice" hasOffice />
        ) : (
          <Button onPress={() => void navigate(paths.setup)}>{text('setup.open.new_office')}</Button>
        )}
      </div>
    </>
  )
}
