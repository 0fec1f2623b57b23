import { X } from 'lucide-react'
import { IconButton } from '../../design/button.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { TextField } from '../../design/text-field.tsx'
import { useText } from '../../i18n/use-text.ts'
import { sayInWords } from './attachment.ts'
import type { Attachment } from './attachment.ts'
import './attachments.css'
import { MediaPicture } from './media-picture.tsx'
import { useSizeText } from './use-size-text.ts'

/** What is attached to a message that is being written: each with its size, what it shows in words, and the way off. */
export function AttachmentList(props: {
  readonly attachments: readonly Attachment[]
  readonly onChange: (attachments: readonly Attachment[]) => void
}) {
  const text = useText()
  const sizeText = useSizeText()
  const { attachments, onChange } = props
  if (attachments.length === 0) return null
  return (
    <ul className="od-attachments" aria-label={text('media.attached')}>
      {attachments.map((one) => (
        <li key={one.id} className="od-attachment">
          <MediaPicture media={one} isSmall />
          <div className="od-attachment-words">
            <p className="od-attachment-name">
              <span className="od-clip">
                <PrivateText>{one.name}</PrivateText>
              </span>
              <span className="od-meta od-number">{sizeText(one.sizeBytes)}</span>
            </p>
            {one.kind === 'image' && (
              <TextField
                label={text('media.in_words')}
                hint={text('media.in_words.hint')}
                value={one.inWords}
                onChange={(inWords) => onChange(sayInWords(attachments, one.id, inWords))}
                maxLength={200}
                spellCheck
                isPrivate
              />
            )}
          </div>
          <IconButton
            icon={X}
            label={text('media.take_off', { name: one.name })}
            tooltip={text('media.take_off.this')}
            onPress={() => onChange(attachments.filter(({ id }) => id !== one.id))}
          />
        </li>
      ))}
    </ul>
  )
}
