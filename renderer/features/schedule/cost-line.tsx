import { useIntl } from 'react-intl'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead } from '../../api/queries.ts'
import { useText } from '../../i18n/use-text.ts'

/** What a broadcast cost so far, as the carrier charged it; in practice it says that nobody is charged. */
export function CostLine({ costs, total }: Pick<OutputOf<'broadcasts.get'>, 'costs' | 'total'>) {
  const text = useText()
  const intl = useIntl()
  const setup = useRead('setup.state', {}).value
  const isPractice = setup?.state === 'ready' && setup.desk === 'practice'
  if (costs.length === 0) return <span className="od-meta">{text('broadcast.cost.unknown')}</span>
  const sums = costs.map(({ currency, micros }) =>
    intl.formatNumber(micros / 1_000_000, { style: 'currency', currency, maximumFractionDigits: 4 }),
  )
  const count = costs.reduce((sum, { messages }) => sum + messages, 0)
  return (
    <span>
      <span className="od-number">{intl.formatList(sums, { type: 'conjunction' })}</span>{' '}
      <span className="od-meta">
        {text(isPractice ? 'broadcast.cost.practice' : 'broadcast.cost.words', { count, total })}
      </span>
    </span>
  )
}
