import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { DefinitionRows } from '../../design/definition-rows.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { SectionHeading } from '../../design/section-heading.tsx'
import { useDrawnText, useText } from '../../i18n/use-text.ts'

type Check = NonNullable<NonNullable<OutputOf<'forms.get'>['decision']>['check']>
type Changed = Check['changed'][number]

const FIELD_WORDS = {
  given_name: 'forms.given_name',
  family_name: 'forms.family_name',
  phone: 'forms.phone',
  email: 'forms.email',
  care: 'purpose.care',
  marketing: 'purpose.marketing',
  group: 'purpose.group',
  signature: 'forms.open.signature',
  signed_on: 'forms.signed_on',
} as const satisfies Readonly<Record<Changed['field'], string>>

/** How a sheet was checked: what the machine had read and a person changed, and for how long it was open. */
export function CheckLog({ check }: { readonly check: Check }) {
  const text = useText()
  const by = text(check.wasRead ? 'forms.record.read_by.machine' : 'forms.record.read_by.person')
  return (
    <>
      <SectionHeading>{text('forms.record.check')}</SectionHeading>
      <DefinitionRows
        rows={[
          [text('forms.record.read_by'), by],
          ...(check.wasRead ? [[text('forms.record.changed'), <Changes key="changes" check={check} />] as const] : []),
          ...(check.openMs === null
            ? []
            : [
                [
                  text('forms.record.open'),
                  text('forms.record.open.seconds', { seconds: Math.round(check.openMs / 1000) }),
                ] as const,
              ]),
        ]}
      />
    </>
  )
}

function Changes({ check }: { readonly check: Check }) {
  const text = useText()
  if (check.changed.length === 0) return text('forms.record.changed.none')
  return (
    <ul className="od-changes">
      {check.changed.map((changed) => (
        <li key={changed.field}>
          <Change changed={changed} />
        </li>
      ))}
    </ul>
  )
}

function Change({ changed }: { readonly changed: Changed }) {
  const text = useText()
  const drawn = useDrawnText()
  const words = useAnswerWords()
  return drawn('forms.record.changed.row', {
    field: text(FIELD_WORDS[changed.field]),
    read: <PrivateText>{words(changed.field, changed.read ?? '')}</PrivateText>,
    saved: <PrivateText>{words(changed.field, changed.saved)}</PrivateText>,
  })
}

/** The marks of a box in words; what was written stays as it was. */
function useAnswerWords(): (field: Changed['field'], answer: string) => string {
  const text = useText()
  const marks: Readonly<Record<string, string>> = {
    ticked: text('forms.box.ticked'),
    empty: text('forms.box.empty'),
    unclear: text('forms.box.unclear'),
    yes: text('common.yes'),
    no: text('common.no'),
  }
  return (field, answer) =>
    ['care', 'marketing', 'group', 'signature'].includes(field) ? (marks[answer] ?? answer) : answer
}
