import { CircleAlert, CircleCheck } from 'lucide-react'
import { SHEET_POINTS } from '../../../shared/domain/form-points.ts'
import type { SheetPoint } from '../../../shared/domain/form-points.ts'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useText } from '../../i18n/use-text.ts'

type Check = OutputOf<'sheets.check'>

/** How many points there are. */
export const POINT_COUNT = SHEET_POINTS.length

/** Every point that the sheet must meet; one that it does not says why and what to do. */
export function SheetChecklist({ check }: { readonly check: Check }) {
  const text = useText()
  const { missing, unprintable } = check
  return (
    <section className="od-print-checklist" aria-label={text('print.checklist')}>
      <h2>{text('print.checklist')}</h2>
      <ul>
        {[
          ...SHEET_POINTS.filter((point) => missing.includes(point)),
          ...SHEET_POINTS.filter((point) => !missing.includes(point)),
        ].map((point) => (
          <PointRow key={point} point={point} isMet={!missing.includes(point)} unprintable={unprintable} />
        ))}
      </ul>
    </section>
  )
}

function PointRow(props: { readonly point: SheetPoint; readonly isMet: boolean; readonly unprintable: string }) {
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
