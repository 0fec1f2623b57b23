import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useNow } from '../../app/use-now.ts'
import { groupPhone } from '../../design/phone-text.ts'
import { PhoneNumber, PrivateText } from '../../design/private-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'

type Book = OutputOf<'carrier.get'>['book']

/** What the practice carrier took in, newest first: the proof that each message arrived once. */
export function CarrierBook({ book }: { readonly book: Book }) {
  const text = useText()
  const moment = useMoment()
  const now = useNow()
  if (book.length === 0) return <p className="od-meta">{text('carrier.book.empty')}</p>
  return (
    <ol className="od-carrier-book">
      {book.map((entry) => (
        <li key={entry.uuid}>
          <div className="od-carrier-book-head">
            <PrivateText>{entry.displayName}</PrivateText>
            {entry.displayName !== groupPhone(entry.to) && <PhoneNumber e164={entry.to} />}
            <span className="od-meta od-number">{moment.when(entry.atMs, now)}</span>
            <span className="od-meta">{text(`carrier.status.${statusKey(entry.status)}`)}</span>
          </div>
          <PrivateText>{entry.text}</PrivateText>
        </li>
      ))}
    </ol>
  )
}

const KNOWN = ['submitted', 'delivered', 'undeliverable', 'rejected'] as const

function statusKey(status: string): (typeof KNOWN)[number] | 'accepted' {
  return KNOWN.find((known) => known === status.toLowerCase()) ?? 'accepted'
}
