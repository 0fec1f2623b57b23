import { Octagon } from 'lucide-react'
import { useState } from 'react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { Button } from '../../design/button.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { StopEvidenceDialog } from './stop-evidence-dialog.tsx'
import { honouredAfter } from './honoured-after.ts'

type Stop = Extract<OutputOf<'people.get'>['timeline'][number], { type: 'opt_out' }>

/** A stop in the story of a person: how it was said, what it ended, how fast it was honoured, and its proof. */
export function StopRow({ stop }: { readonly stop: Stop }) {
  const text = useText()
  const moment = useMoment()
  const [isShown, setShown] = useState(false)
  const facts = {
    source: stop.source,
    purpose: stop.scope === 'everything' ? 'everything' : text(`purpose.${stop.scope}`),
    isAll: stop.scope === 'everything' ? 'yes' : 'no',
    staff: stop.staffName ?? '',
    hasStaff: stop.staffName === null ? 'no' : 'yes',
  }
  return (
    <>
      <span className="od-state od-timeline-icon" data-tone="brick">
        <Octagon size={16} aria-hidden />
      </span>
      <div className="od-timeline-words">
        {text('timeline.opt_out', facts)}
        {stop.words !== null && stop.words !== '' && (
          <p className="od-timeline-quote">
            <PrivateText>{stop.words}</PrivateText>
          </p>
        )}
        <p className="od-meta">
          {text('timeline.opt_out.honoured', { ...honouredAfter(stop), due: moment.longDay(stop.dueOn) })}
        </p>
        {stop.liftedAtMs !== null && (
          <p className="od-meta">{text('timeline.opt_out.lifted', { date: moment.date(stop.liftedAtMs) })}</p>
        )}
        {stop.hasPicture && (
          <Button kind="plain" onPress={() => setShown(true)}>
            {text('timeline.opt_out.picture')}
          </Button>
        )}
        {isShown && <StopEvidenceDialog id={stop.id} onClose={() => setShown(false)} />}
      </div>
    </>
  )
}
