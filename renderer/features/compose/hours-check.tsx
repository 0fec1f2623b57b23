import { useIntl } from 'react-intl'
import { useNow } from '../../app/use-now.ts'
import { momentText, useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { CheckRow } from './check-row.tsx'
import type { Preview } from './compose-draft.ts'

/** When it leaves, and who waits for what: each wait in a sentence, with the rule behind it. */
export function HoursCheck({
  preview,
  perDay,
}: {
  readonly preview: Preview | undefined
  readonly perDay: number | null
}) {
  const text = useText()
  const moment = useMoment()
  const now = useNow()
  const title = text('compose.check.hours')
  if (!preview || preview.firstAtMs === null) {
    return (
      <CheckRow title={title} state="open">
        {text('compose.check.hours.open')}
      </CheckRow>
    )
  }
  const { firstAtMs, lastAtMs, moves, canarySize, dayCount } = preview
  const span = { from: moment.when(firstAtMs, now), until: moment.when(lastAtMs ?? firstAtMs, now) }
  const isNow = firstAtMs <= now + 60_000
  const isMoved = moves.some(({ rule }) => rule !== 'drip')
  const whole = isMoved ? 'compose.check.hours.span' : isNow ? 'compose.check.hours.now' : 'compose.check.hours.at'
  return (
    <CheckRow title={title} state={isMoved ? 'look' : 'settled'}>
      <p>{text(dayCount > 1 ? 'compose.check.hours.span' : whole, span)}</p>
      {dayCount > 1 && <p>{text('compose.check.hours.drip', { days: dayCount, most: perDay ?? 0 })}</p>}
      {moves.map((move) => move.rule !== 'drip' && <MovedSentence key={move.rule} move={move} />)}
      {canarySize > 0 && <p>{text('compose.check.hours.canary', { count: canarySize })}</p>}
    </CheckRow>
  )
}

/** “12 wait until 8:00 AM where they are (Arizona).” The hour is that of the people who wait. */
function MovedSentence({ move }: { readonly move: Preview['moves'][number] }) {
  const text = useText()
  const intl = useIntl()
  const now = useNow()
  const { count, rule, untilMs, zone } = move
  const key = rule.startsWith('cap.') ? 'compose.check.hours.moved.cap' : 'compose.check.hours.moved'
  const named = `zone.${zone}` in intl.messages
  const place = named ? text(`zone.${zone}`) : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
  return (
    <>
      <p>{text(key, { count, until: momentText(intl, zone).when(untilMs, now), place })}</p>
      <p className="od-meta">{text(`rule.${rule}`)}</p>
    </>
  )
}
