import { Link } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { paths } from '../../app/paths.ts'
import { DefinitionRows } from '../../design/definition-rows.tsx'
import { PhoneNumber } from '../../design/private-text.tsx'
import { TextStateWord } from '../../design/state-word.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { WrongNumber } from './wrong-number.tsx'

type PersonNumber = OutputOf<'people.get'>['numbers'][number]
type Standing = PersonNumber['consents'][number]

/** One number: its state, and where each purpose stands with the proof a click away. */
export function NumberStanding({ number, personId }: { readonly number: PersonNumber; readonly personId: string }) {
  const text = useText()
  const rows = number.consents.map(
    (consent) =>
      [text(`purpose.${consent.purpose}`), <StandingWords key={consent.purpose} standing={consent} />] as const,
  )
  const isWrong = number.consents.some(({ state }) => state === 'reassigned')
  return (
    <div className="od-number-standing">
      <div className="od-number-head">
        <Link to={paths.thread(number.e164)} className="od-number-link">
          <PhoneNumber e164={number.e164} />
        </Link>
        <TextStateWord state={number.state} isBadge />
      </div>
      {isWrong && <WrongNumber personId={personId} e164={number.e164} />}
      <DefinitionRows rows={rows} />
    </div>
  )
}

function StandingWords({ standing }: { readonly standing: Standing }) {
  const text = useText()
  const moment = useMoment()
  if (standing.sinceMs === null) return text(`consent.${standing.state}`)
  const facts = text('consent.since', {
    state: text(`consent.${standing.state}`),
    source: standing.source ?? 'other',
    date: moment.date(standing.sinceMs),
    staff: standing.staffName ?? '',
    hasStaff: standing.staffName === null ? 'no' : 'yes',
  })
  return (
    <>
      {facts}
      {standing.formId !== null && (
        <>
          {' '}
          <Link to={paths.form(standing.formId)}>{text('person.form', { code: standing.formCode ?? '' })}</Link>
        </>
      )}
    </>
  )
}
