import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { Dialog } from '../../design/dialog.tsx'
import { PhoneNumber, PrivateText } from '../../design/private-text.tsx'
import { useText } from '../../i18n/use-text.ts'

type LeftOut = OutputOf<'broadcasts.preview'>['leftOut'][number]

/** Everybody who does not get the message, by the reason why: whom to call instead. */
export function LeftOutDialog(props: { readonly leftOut: readonly LeftOut[]; readonly onClose: () => void }) {
  const text = useText()
  const title = text('compose.left_out.title', { count: props.leftOut.length })
  return (
    <Dialog title={title} isOpen size="wide" onClose={props.onClose}>
      <div className="od-left-out-scroll" role="group" aria-label={title} tabIndex={0}>
        <LeftOutList leftOut={props.leftOut} />
      </div>
    </Dialog>
  )
}

/** The people left out, under the sentence that says why, with the rule behind it where there is one. */
export function LeftOutList({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  const text = useText()
  const groups = Map.groupBy(leftOut, ({ reason }) => reason)
  return (
    <div className="od-left-out">
      {[...groups].map(([reason, people]) => (
        <section key={reason}>
          <h3>
            {text(`reason.${reason}`)} <span className="od-meta od-number">{people.length}</span>
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
