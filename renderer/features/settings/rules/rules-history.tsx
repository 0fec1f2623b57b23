import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { Disclosure } from '../../../design/disclosure.tsx'
import { useMoment } from '../../../i18n/use-moment.ts'
import { useText } from '../../../i18n/use-text.ts'

/** Who changed the rules, when, and from which day on it counts; the newest first. */
export function RulesHistory({ dated }: { readonly dated: OutputOf<'rules.get'>['dated'] }) {
  const text = useText()
  const moment = useMoment()
  if (dated.length === 0) return null
  return (
    <Disclosure title={text('rules.history')}>
      <ul className="od-rules-history">
        {dated.toReversed().map(({ from, atMs, staffName, changes }) => (
          <li key={atMs}>
            {text(Object.keys(changes).length === 0 ? 'rules.history.reset' : 'rules.history.changed', {
              name: staffName,
              at: moment.date(atMs),
              from: moment.shortDay(from),
            })}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
