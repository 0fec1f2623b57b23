import { Smartphone } from 'lucide-react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead } from '../../api/queries.ts'
import { PhoneNumber, PrivateText } from '../../design/private-text.tsx'
import { useDrawnText, useText } from '../../i18n/use-text.ts'

export type GroupPreview = OutputOf<'groups.preview'>
type Member = GroupPreview['members'][number]

/** What each phone of a group will show: the office and the number of every other one. */
export function WhoSeesWhom(props: { readonly preview: GroupPreview | undefined; readonly title: string }) {
  const text = useText()
  const { preview } = props
  const members = preview?.members ?? []
  const cost = ((preview?.costMicros ?? 0) / 1_000_000).toLocaleString(undefined, {
    style: 'currency',
    currency: 'USD',
  })
  return (
    <section className="od-sees" aria-label={text('groups.sees')}>
      <h2>{text('groups.sees')}</h2>
      {members.length < 2 ? (
        <p className="od-meta">{text('groups.sees.none')}</p>
      ) : (
        <>
          <p>{text('groups.sees.all', { count: members.length })}</p>
          <ul className="od-sees-phones">
            {members.map((member) => (
              <Phone key={member.e164} member={member} members={members} />
            ))}
          </ul>
          <p className="od-meta">
            {text('groups.sees.cost', { count: members.length, cost, most: preview?.most ?? 0 })}
          </p>
        </>
      )}
    </section>
  )
}

function Phone({ member, members }: { readonly member: Member; readonly members: readonly Member[] }) {
  const drawn = useDrawnText()
  const office = useRead('practice.get', {}).value
  return (
    <li className="od-sees-phone">
      <p className="od-sees-owner">
        <Smartphone size={16} aria-hidden />
        <span>{drawn('groups.sees.phone', { name: <PrivateText>{member.displayName}</PrivateText> })}</span>
      </p>
      <ul>
        <li>{office?.name ?? ''}</li>
        {members
          .filter((other) => other.e164 !== member.e164)
          .map((other) => (
            <li key={other.e164}>
              <PrivateText>{other.displayName}</PrivateText> <PhoneNumber e164={other.e164} />
            </li>
          ))}
      </ul>
    </li>
  )
}
