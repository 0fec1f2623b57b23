import { Paperclip, Users } from 'lucide-react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead } from '../../api/queries.ts'
import { useNow } from '../../app/use-now.ts'
import { useObjectAddress } from '../../app/use-object-address.ts'
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
          {entry.text !== '' && <PrivateText>{entry.text}</PrivateText>}
          <CarriedWith entry={entry} />
        </li>
      ))}
    </ol>
  )
}

/** What came with the words: pictures and files, and who else is in the group. */
function CarriedWith({ entry }: { readonly entry: Book[number] }) {
  const text = useText()
  const { attachments, participants } = entry
  if (attachments.length + participants.length === 0) return null
  return (
    <ul className="od-carrier-extras od-meta">
      {attachments.map((kind, position) => (
        // The list never changes, and two pictures have no other name.
        <li key={`${kind} ${position}`}>
          <Paperclip size={16} aria-hidden /> {text(`carrier.attachment.${kind}`)}
          {kind === 'image' && <PhonePicture uuid={entry.uuid} position={position} />}
        </li>
      ))}
      {participants.length > 0 && (
        <li>
          <Users size={16} aria-hidden /> {text('carrier.group', { count: participants.length })}{' '}
          <PrivateText>{participants.map(groupPhone).join(', ')}</PrivateText>
        </li>
      )}
    </ul>
  )
}

/** A picture as it arrived on the phone; nothing where the carrier could not fetch it. */
function PhonePicture({ uuid, position }: { readonly uuid: string; readonly position: number }) {
  const text = useText()
  const picture = useRead('carrier.picture', { uuid, position }).value
  const address = useObjectAddress(picture?.bytes, picture?.mediaType ?? '')
  return address ? (
    <img className="od-carrier-picture od-private" src={address} alt={text('carrier.picture')} draggable={false} />
  ) : null
}

const KNOWN = ['submitted', 'delivered', 'undeliverable', 'rejected'] as const

function statusKey(status: string): (typeof KNOWN)[number] | 'accepted' {
  return KNOWN.find((known) => known === status.toLowerCase()) ?? 'accepted'
}
