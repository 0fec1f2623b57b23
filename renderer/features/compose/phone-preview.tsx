import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useNow } from '../../app/use-now.ts'
import { IconButton } from '../../design/button.tsx'
import { PhoneNumber, PrivateText } from '../../design/private-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import type { Preview } from './compose-draft.ts'

/** The message as each person will read it, one after the other, with when it leaves. */
export function PhonePreview({ preview, body }: { readonly preview: Preview | undefined; readonly body: string }) {
  const text = useText()
  const [wanted, setPlace] = useState(0)
  const recipients = preview?.recipients ?? []
  const place = Math.min(wanted, Math.max(0, recipients.length - 1))
  const recipient = recipients[place]
  return (
    <section className="od-phone" aria-label={text('compose.preview')}>
      <header className="od-phone-head">
        <div>
          <p className="od-phone-name">
            {recipient ? <PrivateText>{recipient.displayName}</PrivateText> : text('compose.preview')}
          </p>
          <p className="od-meta">
            {recipient ? <PhoneNumber e164={recipient.e164} /> : text('compose.preview.nobody')}
          </p>
        </div>
      </header>
      <div className="od-phone-screen">
        {body.trim() === '' ? (
          <p className="od-meta">{text('compose.preview.empty')}</p>
        ) : (
          <p className="od-bubble od-phone-bubble">
            <PrivateText>{recipient?.body ?? body}</PrivateText>
          </p>
        )}
        {recipient && body.trim() !== '' && <LeavesWhen recipient={recipient} />}
      </div>
      {recipients.length > 1 && (
        <footer className="od-phone-foot">
          <IconButton
            icon={ChevronLeft}
            label={text('compose.preview.previous')}
            isDisabled={place === 0}
            onPress={() => setPlace(place - 1)}
          />
          <span className="od-number" role="status">
            {text('forms.place', { place: place + 1, total: recipients.length })}
          </span>
          <IconButton
            icon={ChevronRight}
            label={text('compose.preview.next')}
            isDisabled={place >= recipients.length - 1}
            onPress={() => setPlace(place + 1)}
          />
        </footer>
      )}
    </section>
  )
}

function LeavesWhen({ recipient }: { readonly recipient: Preview['recipients'][number] }) {
  const text = useText()
  const moment = useMoment()
  const now = useNow()
  const { notBeforeMs, segments } = recipient
  const isNow = notBeforeMs <= now + 60_000
  return (
    <p className="od-meta">
      {text(isNow ? 'compose.preview.now' : 'compose.preview.at', { when: moment.when(notBeforeMs, now) })}
      {' · '}
      {text('compose.preview.parts', { parts: segments })}
    </p>
  )
}
