import { NavLink } from 'react-router'
import { useRead } from '../api/queries.ts'
import { CountBadge } from '../design/state-word.tsx'
import { WithTooltip } from '../design/tooltip.tsx'
import { useText } from '../i18n/use-text.ts'
import { commandOf } from './commands.ts'
import type { CommandId } from './commands.ts'
import { Mark } from './mark.tsx'
import { paths } from './paths.ts'

interface Place {
  readonly command: CommandId
  readonly path: string
  readonly count?: 'today' | 'forms' | 'messages'
}

const PLACES: readonly Place[] = [
  { command: 'go.today', path: paths.today, count: 'today' },
  { command: 'go.forms', path: paths.forms, count: 'forms' },
  { command: 'go.people', path: paths.people },
  { command: 'go.messages', path: paths.messages, count: 'messages' },
  { command: 'go.compose', path: paths.compose },
  { command: 'go.schedule', path: paths.schedule },
]

/** The column of places, with what waits in each, and who sits at the desk. */
export function SideBar() {
  const text = useText()
  return (
    <aside className="od-side-bar">
      <div className="od-wordmark">
        <Mark />
        Optdesk
      </div>
      <nav aria-label={text('shell.places')}>
        <div className="od-places">
          {PLACES.map((place) => (
            <PlaceLink key={place.command} place={place} />
          ))}
          <div className="od-place-apart">
            <PlaceLink place={{ command: 'go.settings', path: paths.settings }} />
          </div>
        </div>
      </nav>
      <AtTheDesk />
    </aside>
  )
}

function PlaceLink({ place }: { readonly place: Place }) {
  const text = useText()
  const counts = useRead('today.get', {}).value?.counts
  const { icon: Icon, label, keys } = commandOf(place.command)
  const count = place.count ? (counts?.[place.count] ?? 0) : 0
  return (
    <WithTooltip keys={keys}>
      <NavLink to={place.path} end={place.path === '/'} className="od-place">
        <Icon size={18} aria-hidden />
        <span>{text(label)}</span>
        <CountBadge count={count} label={text('shell.waiting_count', { count })} />
      </NavLink>
    </WithTooltip>
  )
}

function AtTheDesk() {
  const practice = useRead('practice.get', {}).value
  const staff = useRead('staff.list', {}).value
  const current = staff?.staff.find((member) => member.id === staff.currentId)
  return (
    <div className="od-side-foot">
      <strong className="od-clip">{practice?.name}</strong>
      <span className="od-clip">{current?.name}</span>
    </div>
  )
}
