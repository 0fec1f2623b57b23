import type { ReactNode } from 'react'
import './parts.css'

/** A list at the left and one thing at the right, each scrolling for itself. `tools` stands above the list. */
export function SplitPane(props: {
  readonly tools?: ReactNode
  readonly list: ReactNode
  readonly detail: ReactNode
  readonly listLabel: string
  readonly detailLabel: string
}) {
  return (
    <div className="od-split">
      <section className="od-list-pane" aria-label={props.listLabel}>
        {props.tools !== undefined && <div className="od-list-pane-tools">{props.tools}</div>}
        {props.list}
      </section>
      <section className="od-detail-pane" aria-label={props.detailLabel} tabIndex={-1}>
        {props.detail}
      </section>
    </div>
  )
}
