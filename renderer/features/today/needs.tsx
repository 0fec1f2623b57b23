import { useIntl } from 'react-intl'
import { useNavigate } from 'react-router'
import { LINE_WHYS } from '../../../shared/domain/why-codes.ts'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { SectionHeading } from '../../design/section-heading.tsx'
import { useText } from '../../i18n/use-text.ts'
import { ClockNeed } from './clock-need.tsx'
import { needLook, needPath } from './need-look.ts'
import type { Need } from './need-look.ts'
import { QuietDay } from './quiet-day.tsx'

const NAMES_SHOWN = 3

/** The list of what needs a person, each with its one action. The core gives it most urgent first. */
export function Needs({ day }: { readonly day: OutputOf<'today.get'> }) {
  const text = useText()
  if (day.needs.length === 0) return <QuietDay day={day} />
  return (
    <section>
      <SectionHeading>{text('today.needs', { count: day.needs.length })}</SectionHeading>
      <ul className="od-needs">
        {day.needs.map((need, place) =>
          need.kind === 'clock' ? (
            <ClockNeed key={need.kind} />
          ) : (
            <NeedRow key={need.kind} need={need} isFirst={place === 0} />
          ),
        )}
      </ul>
    </section>
  )
}

function NeedRow({ need, isFirst }: { readonly need: Need; readonly isFirst: boolean }) {
  const text = useText()
  const navigate = useNavigate()
  const resume = useWrite('queue.resumeLine')
  const { icon: Icon, tone } = needLook(need.kind)
  const act = () => {
    if (need.kind === 'line_paused') void resume.run({})
    else void navigate(needPath(need), need.kind === 'no_day_sheet' ? { state: { intent: 'add' } } : {})
  }
  return (
    <li className="od-need">
      <span className="od-need-icon od-state" data-tone={tone}>
        <Icon size={20} aria-hidden />
      </span>
      <div className="od-need-words">
        <p className="od-need-title">{text(`need.${need.kind}`, { count: need.count })}</p>
        <p className="od-meta">{need.names.length > 0 ? <Names need={need} /> : <Why kind={need.kind} />}</p>
      </div>
      <Button kind={isFirst ? 'primary' : 'quiet'} isPending={resume.isRunning} onPress={act}>
        {text(`need.${need.kind}.action`, { count: need.count })}
      </Button>
    </li>
  )
}

function Why({ kind }: Pick<Need, 'kind'>) {
  const text = useText()
  const pause = useRead('queue.status', {}, { isOff: kind !== 'line_paused' }).value?.linePause
  const cause = LINE_WHYS.find((known) => known === pause?.code)
  return text(cause === undefined ? `need.${kind}.why` : `need.line_paused.why.${cause}`)
}

function Names({ need }: { readonly need: Need }) {
  const intl = useIntl()
  const text = useText()
  const shown = need.names.slice(0, NAMES_SHOWN)
  const rest = Math.max(need.count, need.names.length) - shown.length
  const words = rest > 0 ? [...shown, text('today.others', { count: rest })] : shown
  return <PrivateText>{intl.formatList(words, { type: 'conjunction' })}</PrivateText>
}
