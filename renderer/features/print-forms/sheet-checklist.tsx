import { CircleAlert, CircleCheck } from 'lucide-react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useText } from '../../i18n/use-text.ts'

type Check = OutputOf<'sheets.check'>
type Point = Check['missing'][number]

/** The order of the checklist of carriers and law, and last what only paper asks for. */
const POINTS: readonly Point[] = [
  'business_name',
  'names_text_messages',
  'mobile_number',
  'separate_boxes',
  'signature',
  'date',
  'frequency',
  'rates',
  'stop_and_help',
  'not_a_condition',
  'not_shared',
  'privacy_and_terms',
  'automated_marketing',
  'not_encrypted',
  'version_and_language',
  'letters',
  'room',
]

/** How many points there are. */
export const POINT_COUNT = POINTS.length

/** Every point that the sheet must meet; one that it does not says why and what to do. */
export function SheetChecklist({ check }: { readonly check: Check }) {
  const text = useText()
  const { missing, unprintable } = check
  return (
    <section className="od-print-checklist" aria-label={text('print.checklist')}>
      <h2>{text('print.checklist')}</h2>
      <ul>
        {[
          ...POINTS.filter((point) => missing.includes(point)),
          ...POINTS.filter((point) => !missing.includes(point)),
        ].map((point) => (
          <PointRow key={point} point={point} isMet={!missing.includes(point)} unprintable={unprintable} />
        ))}
      </ul>
    </section>
  )
}

function PointRow(props: { readonly point: Point; readonly isMet: boolean; readonly unprintable: string }) {
  const text = useText()
  const { point, isMet, unprintable } = props
  const Icon = isMet ? CircleCheck : CircleAlert
  return (
    <li data-tone={isMet ? 'may' : 'brick'}>
      <Icon size={16} role="img" aria-label={text(isMet ? 'print.point.met' : 'print.point.missing')} />
      <span>
        {text(`print.point.${point}`)}
        {!isMet && <span className="od-print-why">{text(`print.point.${point}.why`, { letters: unprintable })}</span>}
      </span>
    </li>
  )
}
