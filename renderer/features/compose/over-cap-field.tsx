import { Notice } from '../../design/notice.tsx'
import { TextField } from '../../design/text-field.tsx'
import { useText } from '../../i18n/use-text.ts'
import type { ComposeDraft, Preview } from './compose-draft.ts'

/** Who had enough texts for now is spared; where that would be wrong, a person says why, and that is kept with the name. */
export function OverCapField(props: {
  readonly draft: ComposeDraft
  readonly preview: Preview | undefined
  readonly change: (part: Partial<ComposeDraft>) => void
}) {
  const text = useText()
  const { draft, preview, change } = props
  const count = preview?.overCapCount ?? 0
  if (count === 0 && draft.overCapReason === '') return null
  const isLetGo = draft.overCapReason.trim() !== ''
  return (
    <div className="od-compose-part od-over-cap">
      <Notice tone="unsure">
        {text(isLetGo ? 'compose.over_cap.let_go' : `compose.over_cap.${draft.purpose}`, { count })}
      </Notice>
      <TextField
        label={text('compose.over_cap.why')}
        hint={text('compose.over_cap.hint')}
        value={draft.overCapReason}
        onChange={(overCapReason) => change({ overCapReason })}
        maxLength={300}
      />
    </div>
  )
}
