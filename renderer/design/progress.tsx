import { ProgressBar } from 'react-aria-components'
import './parts.css'

/** How far a long work is: `done` of `total`, in words and as a bar. */
export function Progress(props: {
  readonly label: string
  readonly done: number
  readonly total: number
  /** For example "1,204 of 10,000 rows". */
  readonly words: string
}) {
  return (
    <ProgressBar
      className="od-progress"
      aria-label={props.label}
      value={props.done}
      maxValue={Math.max(1, props.total)}
      valueLabel={props.words}
    >
      {({ percentage = 0 }) => (
        <>
          <div className="od-progress-words">
            <span>{props.label}</span>
            <span className="od-number">{props.words}</span>
          </div>
          <div className="od-progress-track">
            <div className="od-progress-fill" style={{ width: `${percentage}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  )
}
