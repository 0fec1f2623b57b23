import { X } from 'lucide-react'
import { IconButton } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import type { RefusedFile } from './use-add-forms.ts'

/** The files that were not taken, each with its own sentence. The others were taken all the same. */
export function RefusedFiles(props: { readonly refused: readonly RefusedFile[]; readonly onPutAway: () => void }) {
  const text = useText()
  const errorText = useErrorText()
  if (props.refused.length === 0) return null
  return (
    <div className="od-refused">
      <Notice
        tone="unsure"
        isAnswer
        actions={<IconButton icon={X} label={text('common.put_away')} onPress={props.onPutAway} />}
      >
        <strong>{text('forms.refused', { count: props.refused.length })}</strong>
        <ul>
          {props.refused.map((file, place) => (
            <li key={`${place} ${file.name}`}>
              {/* Most sentences name the file themselves; where one does not, its name stands before it. */}
              {!('name' in file.error) && (
                <>
                  <PrivateText>{file.name}</PrivateText>:{' '}
                </>
              )}
              {errorText(file.error)}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
