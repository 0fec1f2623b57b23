import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/use-text.ts'

/** Whether a check still waits for something, is settled, or should be looked at once more. */
export type CheckState = 'open' | 'settled' | 'look'

const LOOKS = {
  open: { icon: CircleDashed, tone: 'slate' },
  settled: { icon: CircleCheck, tone: 'may' },
  look: { icon: CircleAlert, tone: 'unsure' },
} as const

/** One check of the rail: its name, how it stands, and the sentence that says so. */
export function CheckRow(props: { readonly title: string; readonly state: CheckState; readonly children: ReactNode }) {
  const text = useText()
  const { icon: Icon, tone } = LOOKS[props.state]
  return (
    <li className="od-check-item">
      <span className="od-state" data-tone={tone} role="img" aria-label={text(`compose.check.${props.state}`)}>
        <Icon size={18} aria-hidden />
      </span>
      <div>
        <h3>{props.title}</h3>
        <div className="od-check-words">{props.children}</div>
      </div>
    </li>
  )
}
