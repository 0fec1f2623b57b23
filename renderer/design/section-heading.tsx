import type { ReactNode } from 'react'
import './parts.css'

/** The heading of a part of a page, with what belongs to it at its right. */
export function SectionHeading(props: {
  readonly children: ReactNode
  readonly meta?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <header className="od-section-head">
      <h2>{props.children}</h2>
      {props.meta !== undefined && <span className="od-meta">{props.meta}</span>}
      {props.actions}
    </header>
  )
}
