import { useText } from '../../i18n/use-text.ts'
import type { Attachment } from './attachment.ts'
import { AttachmentList } from './attachment-list.tsx'
import { RefusedAttachments } from './refused-attachments.tsx'
import type { Attaching } from './use-attach.ts'

/** What is attached to what is being written, what is being made ready, and what could not be attached. */
export function AttachPart(props: {
  readonly attachments: readonly Attachment[]
  readonly attaching: Attaching
  readonly onChange: (attachments: readonly Attachment[]) => void
}) {
  const text = useText()
  const { attachments, attaching, onChange } = props
  return (
    <div className="od-attach">
      <RefusedAttachments refused={attaching.refused} onPutAway={attaching.putAway} />
      <AttachmentList attachments={attachments} onChange={onChange} />
      <p className="od-meta" aria-live="polite">
        {attaching.isAdding && text('media.adding')}
      </p>
    </div>
  )
}
