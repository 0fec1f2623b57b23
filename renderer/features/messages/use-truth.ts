import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead } from '../../api/queries.ts'
import { useNow } from '../../app/use-now.ts'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { truthOf } from './delivery-truth.ts'
import type { Delivery } from './delivery-truth.ts'

/** Only where every line that sends is at the end of its day; else another one may take the message sooner. */
function dayFullUntil(status: OutputOf<'queue.status'> | undefined): number | null {
  const ends = status?.lines.map(({ cappedUntilMs }) => cappedUntilMs) ?? []
  const full = ends.filter((endMs) => endMs !== null)
  return full.length > 0 && full.length === ends.length ? Math.min(...full) : null
}

/** Writes the sentence under a message, in the language of the window. */
export function useTruth(): (delivery: Delivery) => string {
  const text = useText()
  const moment = useMoment()
  const nowMs = useNow()
  const status = useRead('queue.status', {}).value
  const line = {
    nowMs,
    isOnline: status === undefined || status.connection === 'online',
    isOff: status?.carrier === 'none' && status.connection !== 'starting',
    isHeldByPerson: status?.isPausedByPerson === true,
    isClockInQuestion: status?.holds.includes('clock') === true,
    isInboundOld: status?.holds.includes('inbound_old') === true,
    dayFullUntilMs: dayFullUntil(status),
  }
  return (delivery) => {
    const truth = truthOf(delivery, line)
    return text(truth.key, {
      when: truth.atMs === undefined ? '' : moment.when(truth.atMs, nowMs),
      reason: truth.reason === undefined ? '' : text(`reason.${truth.reason}`),
      remedy: truth.remedy === undefined ? '' : text(`remedy.${truth.remedy}`),
      ...truth.values,
    })
  }
}
