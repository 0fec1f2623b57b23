import { UsersRound, UserRound, X } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useNavigate } from 'react-router'
import { useRead, useWrite } from '../../api/queries.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { paths } from '../../app/paths.ts'
import { useNow } from '../../app/use-now.ts'
import { Button } from '../../design/button.tsx'
import { ConfirmDialog } from '../../design/dialog.tsx'
import { Notice } from '../../design/notice.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { TextArea, TextField } from '../../design/text-field.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { LeftOutList } from '../compose/left-out-dialog.tsx'
import { PersonFinder } from '../compose/person-finder.tsx'
import { missingOf, useGroupDraft, type WantedMember } from './group-draft.ts'
import './groups.css'
import { type GroupPreview, WhoSeesWhom } from './who-sees-whom.tsx'

const NOBODY: WantedMember = { e164: '+12065550100', personId: '', name: '' }

/** Starting a group: who, the first words, and what every phone in it will show. */
export function NewGroup() {
  const text = useText()
  const { draft, change } = useGroupDraft()
  const members = draft.people.map(({ e164, personId }) => ({ e164, personId }))
  const preview = useRead(
    'groups.preview',
    { members: members.length > 0 ? members : [{ e164: NOBODY.e164, personId: null }], body: draft.body },
    { isOff: members.length === 0, keepsOlder: true },
  ).value
  const shown = members.length > 0 ? preview : undefined
  return (
    <div className="od-new-group">
      <div className="od-new-group-form">
        <h2>{text('groups.new')}</h2>
        <Members people={draft.people} onChange={(people) => change((before) => ({ ...before, people }))} />
        <TextField
          label={text('groups.title')}
          extra={text('groups.title.extra')}
          hint={text('groups.title.hint')}
          value={draft.title}
          onChange={(title) => change((before) => ({ ...before, title }))}
          maxLength={120}
        />
        <TextArea
          label={text('groups.words')}
          hint={text('groups.words.hint')}
          value={draft.body}
          onChange={(body) => change((before) => ({ ...before, body }))}
          rows={5}
          maxLength={1000}
          spellCheck
          isPrivate
        />
        {shown && shown.leftOut.length > 0 && (
          <section className="od-new-group-left" aria-label={text('groups.left_out')}>
            <h3>{text('groups.left_out')}</h3>
            <LeftOutList leftOut={shown.leftOut} />
          </section>
        )}
      </div>
      <WhoSeesWhom preview={shown} title={draft.title} />
      <StartBar preview={shown} />
    </div>
  )
}

function Members(props: {
  readonly people: readonly WantedMember[]
  readonly onChange: (people: readonly WantedMember[]) => void
}) {
  const text = useText()
  const { people, onChange } = props
  return (
    <>
      {people.length > 0 && (
        <ul className="od-chips">
          {people.map(({ e164, name }) => (
            <li className="od-chip" key={e164}>
              <UserRound size={16} aria-hidden />
              <PrivateText>{name}</PrivateText>
              <AriaButton
                className="od-icon-button od-icon-button-small"
                aria-label={text('compose.take_off', { name })}
                onPress={() => onChange(people.filter((one) => one.e164 !== e164))}
              >
                <X size={14} aria-hidden />
              </AriaButton>
            </li>
          ))}
        </ul>
      )}
      <PersonFinder
        autoFocus={people.length === 0}
        onFound={({ id, displayName, numbers }) => {
          const e164 = numbers[0]?.e164
          if (e164 === undefined || people.some((one) => one.e164 === e164)) return
          onChange([...people, { e164, personId: id, name: displayName }])
        }}
      />
    </>
  )
}

/** What is missing, and the button that says what it does and asks once more who will see whom. */
function StartBar({ preview }: { readonly preview: GroupPreview | undefined }) {
  const text = useText()
  const errorText = useErrorText()
  const moment = useMoment()
  const now = useNow()
  const navigate = useNavigate()
  const { draft, change, drop } = useGroupDraft()
  const start = useWrite('groups.start')
  const [isAsking, setAsking] = useState(false)
  const missing = missingOf(draft, preview?.members.length)
  const [problem] = preview?.problems ?? []
  const count = preview?.members.length ?? 0
  const ask = () => {
    if (missing !== undefined || problem !== undefined || start.isRunning) return
    if (draft.onceKey === '') change((before) => ({ ...before, onceKey: crypto.randomUUID() }))
    setAsking(true)
  }
  const confirm = async () => {
    setAsking(false)
    const { people, title, body, onceKey } = draft
    const members = people.map(({ e164, personId }) => ({ e164, personId }))
    const started = await start.run({ members, title, body, onceKey })
    if (!started.ok) return
    drop()
    void navigate(paths.group(started.value.groupThreadId))
  }
  usePageCommand('page.primary', ask)
  const label = text('groups.start', { count })
  const at = preview?.notBeforeMs ?? now
  return (
    <footer className="od-send-bar od-new-group-bar">
      {(start.error ?? (missing === undefined ? problem : undefined)) && (
        <Notice tone="brick" isAnswer>
          {errorText(start.error ?? problem ?? { code: 'unexpected' })}
        </Notice>
      )}
      <div className="od-send-line">
        <p className="od-meta" role="status">
          {missing === undefined
            ? at > now + 60_000 && text('groups.waits', { when: moment.when(at, now) })
            : text(`groups.missing.${missing}`)}
        </p>
        <Button
          kind="primary"
          size="touch"
          icon={UsersRound}
          keys="Mod+Enter"
          isDisabled={missing !== undefined || problem !== undefined}
          isPending={start.isRunning}
          onPress={ask}
        >
          {label}
        </Button>
      </div>
      <ConfirmDialog
        title={text('groups.confirm', { count })}
        isOpen={isAsking}
        confirmText={label}
        onClose={() => setAsking(false)}
        onConfirm={() => void confirm()}
      >
        <p>{text('groups.confirm.text')}</p>
        {preview && <blockquote className="od-confirm-body">{preview.body}</blockquote>}
      </ConfirmDialog>
    </footer>
  )
}
