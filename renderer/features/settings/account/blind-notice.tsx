import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { Notice } from '../../../design/notice.tsx'
import { useText } from '../../../i18n/use-text.ts'

/** What an office does not see, and what must stand in for it, where the provider's book is not read. */
export function BlindNotice({ inbound }: Pick<OutputOf<'account.get'>, 'inbound'>) {
  const text = useText()
  if (inbound === 'reports') return null
  return <Notice tone="unsure">{text(inbound === 'webhook' ? 'account.webhook_alone' : 'account.blind')}</Notice>
}
