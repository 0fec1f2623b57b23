import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { useWrite } from '../../../api/queries.ts'
import { Button } from '../../../design/button.tsx'
import { Notice } from '../../../design/notice.tsx'
import { useErrorText } from '../../../i18n/error-text.tsx'
import { useText } from '../../../i18n/use-text.ts'

type Outcome = OutputOf<'account.test'>

/** The button that tests the connection, and a plain sentence for each part of how it went. Nothing is sent by it. */
export function AccountTest({ actions, more }: { readonly actions: ReactNode; readonly more: ReactNode }) {
  const text = useText()
  const errorText = useErrorText()
  const test = useWrite('account.test')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const run = async () => {
    setOutcome(null)
    const tested = await test.run({})
    if (tested.ok) setOutcome(tested.value)
  }
  return (
    <>
      <div className="od-form-actions">
        <Button isPending={test.isRunning} onPress={() => void run()} tooltip={text('account.test.hint')}>
          {text('account.test')}
        </Button>
        {actions}
        {more}
      </div>
      {test.error && (
        <Notice tone="brick" isAnswer>
          {errorText(test.error)}
        </Notice>
      )}
      {outcome && <OutcomeLines outcome={outcome} />}
    </>
  )
}

function OutcomeLines({ outcome }: { readonly outcome: Outcome }) {
  const text = useText()
  const isReportsWell = outcome.reports === 'ok' || outcome.reports === 'unread'
  return (
    <div role="status">
      <ul className="od-test-outcome">
        <OutcomeLine isWell={isReportsWell}>{text(`account.reports.${outcome.reports}`)}</OutcomeLine>
        <OutcomeLine isWell={outcome.signing !== 'broken'}>{text(`account.signing.${outcome.signing}`)}</OutcomeLine>
      </ul>
    </div>
  )
}

function OutcomeLine({ isWell, children }: { readonly isWell: boolean; readonly children: ReactNode }) {
  const Icon = isWell ? CircleCheck : TriangleAlert
  return (
    <li data-tone={isWell ? 'may' : 'brick'}>
      <Icon size={18} aria-hidden />
      <span>{children}</span>
    </li>
  )
}
