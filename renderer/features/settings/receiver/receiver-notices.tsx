import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { useRead } from '../../../api/queries.ts'
import { Notice } from '../../../design/notice.tsx'
import { useMoment } from '../../../i18n/use-moment.ts'
import { useText } from '../../../i18n/use-text.ts'

const SAYS = { reports: 'beside_book', webhook: 'alone', none: 'unheard' } as const

/** What webhooks are worth with this account: whether sending waits for them, and what may go by all the same. */
export function ReceiverNotices({ receiver }: { readonly receiver: OutputOf<'receiver.get'> }) {
  const text = useText()
  const moment = useMoment()
  const account = useRead('account.get', {}).value
  if (!receiver.isOn || account?.isSet !== true) return null
  const { inbound } = account
  const untilMs = inbound === 'webhook' ? receiver.catchingUpUntilMs : null
  return (
    <>
      {untilMs !== null && (
        <Notice tone="unsure">{text('receiver.catching_up', { time: moment.time(untilMs) })}</Notice>
      )}
      {inbound === 'webhook' && receiver.stand === 'listening' && receiver.lastHeardAtMs === null && (
        <Notice tone="unsure">{text('receiver.unproven')}</Notice>
      )}
      <Notice tone={inbound === 'reports' ? 'slate' : 'unsure'}>{text(`receiver.${SAYS[inbound]}`)}</Notice>
    </>
  )
}
