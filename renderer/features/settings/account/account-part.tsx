import { useState } from 'react'
import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { useRead } from '../../../api/queries.ts'
import { Button } from '../../../design/button.tsx'
import { useText } from '../../../i18n/use-text.ts'
import { AccountDialog } from './account-dialog.tsx'
import { AccountFacts } from './account-facts.tsx'
import { BlindNotice } from './blind-notice.tsx'
import { RealPhonesSwitch } from './real-phones-switch.tsx'

/** The account through which an office sends: entered, tested, forgotten, and switched to real phones. */
export function AccountPart({ desk }: Pick<OutputOf<'setup.state'>, 'desk'>) {
  const text = useText()
  const account = useRead('account.get', {}).value
  // Practising needs no account, and none can be entered there by mistake.
  if (desk === 'practice') return <p>{text('account.practice')}</p>
  return account ? <OfficeAccount account={account} /> : null
}

function OfficeAccount({ account }: { readonly account: OutputOf<'account.get'> }) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  // How a test went says nothing of what was entered after it.
  const [edition, setEdition] = useState(0)
  return (
    <>
      {account.isSet ? (
        <>
          <AccountFacts key={edition} account={account} onChange={() => setOpen(true)} />
          <BlindNotice inbound={account.inbound} />
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
      {isOpen && (
        <AccountDialog
          account={account}
          onSaved={() => setEdition((before) => before + 1)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
