import { measureBody } from '../../../shared/domain/message-body.ts'
import { useText } from '../../i18n/use-text.ts'

/** How long a text is as the carrier counts it: parts, what still fits into the last, and what makes it dearer. */
export function PartsLine({ body }: { readonly body: string }) {
  const text = useText()
  const { segments, unitsLeft, outsiders } = measureBody(body)
  return (
    <p className="od-meta od-parts" role="status">
      {text('compose.parts', { parts: segments, left: unitsLeft })}
      {outsiders.length > 0 && ` ${text('compose.parts.outsiders', { characters: outsiders.slice(0, 8).join(' ') })}`}
    </p>
  )
}
