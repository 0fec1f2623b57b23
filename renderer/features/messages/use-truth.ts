import { useRead } from '../../api/queries.ts'
import { useNow } from '../../app/use-now.ts'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { truthOf } from './delivery-truth.ts'
import type { Delivery } from './delivery-truth.ts'

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
