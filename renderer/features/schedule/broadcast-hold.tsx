import { useIntl } from 'react-intl'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { BROADCAST_WHYS } from '../../../shared/domain/why-codes.ts'
import { Notice } from '../../design/notice.tsx'
import { useText } from '../../i18n/use-text.ts'

/** Why Optdesk held a message to many back, with the numbers that say so, and what a person can do; nothing where it did not. */
export function BroadcastHold({ why }: { readonly why: OutputOf<'broadcasts.get'>['pauseWhy'] }) {
  const text = useText()
  const intl = useIntl()
  const code = BROADCAST_WHYS.find((known) => known === why?.code)
  if (why === null || code === undefined) return null
  const numberOf = (fact: string) => {
    const value = why[fact]
    return typeof value === 'number' ? value : 0
  }
  const usual = intl.formatNumber(numberOf('usualShare'), { style: 'percent', maximumFractionDigits: 1 })
  return (
    <div className="od-broadcast-hold">
      <Notice tone="unsure">
        <p>{text(`broadcast.held.${code}`, { sent: numberOf('sent'), count: numberOf('count'), usual })}</p>
        <p>{text(`broadcast.held.${code}.do`)}</p>
      </Notice>
    </div>
  )
}
