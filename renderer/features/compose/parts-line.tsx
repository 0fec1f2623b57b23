import { LONGEST_TEXT, measureBody } from '../../../shared/domain/message-body.ts'
import { useText } from '../../i18n/use-text.ts'

/** How long a text is as the carrier counts it, an MMS as one part however long: parts, what still fits into the last, and what makes it dearer. */
export function PartsLine({ body, isMms = false }: { readonly body: string; readonly isMms?: boolean }) {
  const text = useText()
  const { segments, unitsLeft, outsiders } = measureBody(body)
  if (isMms) {
    return (
      <p className="od-meta od-parts" role="status">
        {text('media.parts', { left: LONGEST_TEXT - body.length })}
      </p>
    )
  }
  return (
    <p className="od-meta od-parts" role="status">
      {text('compose.parts', { parts: segments, left: unitsLeft })}
      {outsiders.length > 0 && ` ${text('compose.parts.outsiders', { characters: outsiders.slice(0, 8).join(' ') })}`}
    </p>
  )
}
