import { KeyHint } from '../../design/key-hint.tsx'
import { useText } from '../../i18n/use-text.ts'
import type { Slot } from './reading-slots.ts'

/** Under a doubtful character: what else it may be, each with its key. */
export function OtherCharacters(props: {
  readonly slot: Slot | undefined
  readonly left: number
  /** The key of each; empty where the character itself is its key. */
  readonly keys: readonly string[]
  readonly onTake: (other: string) => void
}) {
  const text = useText()
  const others = props.slot?.others ?? []
  if (others.length === 0) return null
  return (
    <div className="od-others" role="group" aria-label={text('forms.read.others')} style={{ left: props.left }}>
      {others.map((other, place) => (
        <button
          key={other}
          type="button"
          tabIndex={-1}
          className="od-other od-private"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onTake(other)}
        >
          {other}
          {props.keys[place] !== undefined && <KeyHint keys={props.keys[place]} />}
        </button>
      ))}
      <span className="od-said" aria-live="polite">
        {text('forms.read.may_be', { others: others.join(', ') })}
      </span>
    </div>
  )
}
