import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useNow } from '../../app/use-now.ts'
import { IconButton } from '../../design/button.tsx'
import { PhoneNumber, PrivateText } from '../../design/private-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { withPictureWords } from '../attachments/attachment.ts'
import type { Attachment } from '../attachments/attachment.ts'
import { MediaStrip } from '../attachments/media-picture.tsx'
import type { Preview } from './compose-draft.ts'

/** The message as each person will read it, one after the other, with when it leaves. */
export function PhonePreview(props: {
  readonly preview: Preview | undefined
  readonly body: string
  readonly attachments: readonly Attachment[]
}) {
  const { preview, attachments } = props
  const body = withPictureWords(props.body, attachments)
  const isEmpty = body.trim() === '' && attachments.length === 0

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
        {isEmpty && <p className="od-meta">{text('compose.preview.empty')}</p>}
        <MediaStrip media={attachments} />
        {!isEmpty && <PhoneWords words={recipient?.body ?? body} />}
        {recipient && !isEmpty && <LeavesWhen recipient={recipient} />}
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

function PhoneWords({ words }: { readonly words: string }) {
  return words.trim() === '' ? null : (
    <p className="od-bubble od-phone-bubble">
      <PrivateText>{words}</PrivateText>
    </p>
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
