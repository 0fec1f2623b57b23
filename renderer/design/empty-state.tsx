import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import './parts.css'

/** What a place without content says: what will stand here and the one thing that starts it. */
export function EmptyState(props: {
  readonly icon: LucideIcon
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}) {
  const { icon: Icon } = props
  return (
    <div className="od-empty">
      <Icon size={20} aria-hidden />
      <h2>{props.title}</h2>
      {props.children !== undefined && <p>{props.children}</p>}
      {props.action}
    </div>
  )
}
