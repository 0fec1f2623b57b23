import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import './parts.css'

const ICONS = { slate: Info, unsure: CircleAlert, brick: TriangleAlert } as const

/** A plain sentence that belongs to the page: information (slate), care needed (amber), wrong (brick). */
export function Notice(props: {
  readonly tone?: 'slate' | 'unsure' | 'brick'
  readonly children: ReactNode
  readonly actions?: ReactNode
  /** True where it appears in answer to what a person just did, so that it is read out at once. */
  readonly isAnswer?: boolean
}) {
  const tone = props.tone ?? 'slate'
  const Icon = ICONS[tone]
  return (
    <div className="od-notice" data-tone={tone} role={props.isAnswer ? 'alert' : 'note'}>
      <Icon size={18} aria-hidden />
      <div className="od-notice-text">{props.children}</div>
      {props.actions !== undefined && <div className="od-notice-actions">{props.actions}</div>}
    </div>
  )
}
