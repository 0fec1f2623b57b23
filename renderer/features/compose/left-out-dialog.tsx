import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { Dialog } from '../../design/dialog.tsx'
import { PhoneNumber, PrivateText } from '../../design/private-text.tsx'
import { useText } from '../../i18n/use-text.ts'

type Preview = OutputOf<'broadcasts.preview'>
type LeftOut = Preview['leftOut'][number]

/** Everybody who does not get the message, by the reason why: whom to call instead. Of very many the first are named. */
export function LeftOutDialog(props: { readonly preview: Preview; readonly onClose: () => void }) {
  const text = useText()
  const { leftOut, leftOutCount, leftOutGroups } = props.preview
  const title = text('compose.left_out.title', { count: leftOutCount })
  return (
    <Dialog title={title} isOpen size="wide" onClose={props.onClose}>
      <div className="od-left-out-scroll" role="group" aria-label={title} tabIndex={0}>
        {leftOutCount > leftOut.length && (
          <p className="od-meta">{text('compose.left_out.first', { count: leftOut.length })}</p>
        )}
        <LeftOutList leftOut={leftOut} groups={leftOutGroups} />
      </div>
    </Dialog>
  )
}

/** The people left out, under the sentence that says why, with the rule behind it where there is one. */
export function LeftOutList({
  leftOut,
  groups: counted = [],
}: {
  readonly leftOut: readonly LeftOut[]
  /** How many there are of each reason, where not all of them are named. */
  readonly groups?: Preview['leftOutGroups']
}) {
  const text = useText()
  const groups = Map.groupBy(leftOut, ({ reason }) => reason)
  const countOf = (reason: string, named: number) =>
    Math.max(
      named,
      counted.filter((group) => group.reason === reason).reduce((sum, { count }) => sum + count, 0),
    )
  return (
    <div className="od-left-out">
      {[...groups].map(([reason, people]) => (
        <section key={reason}>
          <h3>
            {text(`reason.${reason}`)} <span className="od-meta od-number">{countOf(reason, people.length)}</span>
          </h3>
          {people[0] && people[0].rule !== '' && <p className="od-meta">{text(`rule.${people[0].rule}`)}</p>}
          <ul>
            {people.map((person, place) => (
              <li key={`${person.personId ?? ''} ${place}`}>
                <PrivateText>{person.displayName}</PrivateText>
                {person.e164 !== null && <PhoneNumber e164={person.e164} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
