import { X } from 'lucide-react'
import { IconButton } from '../../design/button.tsx'
import { DateField } from '../../design/date-field.tsx'
import { FileButton } from '../../design/file-button.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import type { StopDraft } from './stop-draft.ts'

const ACCEPTED = ['image/*', '.tif', '.tiff', 'application/pdf', '.pdf'] as const

/** What a letter, a note or a mail brings along: the day it came in, and its picture as proof. */
export function StopPaper(props: {
  readonly draft: StopDraft
  readonly today: string
  readonly onChange: (part: Partial<StopDraft>) => void
}) {
  const text = useText()
  const { evidence, saidOn } = props.draft
  return (
    <>
      <DateField
        label={text('opt_out.said_on')}
        value={saidOn}
        max={props.today}
        onChange={(day) => props.onChange({ saidOn: day })}
      />
      <div className="od-stop-evidence">
        {evidence === null ? (
          <FileButton
            buttonText={text('opt_out.evidence.add')}
            accept={ACCEPTED}
            onFiles={([file]) => props.onChange({ evidence: file ?? null })}
          />
        ) : (
          <>
            <span className="od-clip">
              <PrivateText>{evidence.name}</PrivateText>
            </span>
            <IconButton
              icon={X}
              label={text('opt_out.evidence.remove')}
              onPress={() => props.onChange({ evidence: null })}
            />
          </>
        )}
        <span className="od-meta">{text('opt_out.evidence.hint')}</span>
      </div>
    </>
  )
}
