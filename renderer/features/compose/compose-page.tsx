import { Eraser } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { call } from '../../api/client.ts'
import { Page } from '../../app/page-header.tsx'
import { paths } from '../../app/paths.ts'
import { useIntent } from '../../app/use-intent.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { showToast } from '../../design/toast.tsx'
import { PageDrop } from '../../design/page-drop.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { AttachPart } from '../attachments/attach-part.tsx'
import { useAttach } from '../attachments/use-attach.ts'
import { BodyEditor } from './body-editor.tsx'
import { CheckRail } from './check-rail.tsx'
import type { ComposeAudience } from './compose-draft.ts'
import { EMPTY_COMPOSE } from './compose-draft.ts'
import './compose.css'
import { OverCapField } from './over-cap-field.tsx'
import { PhonePreview } from './phone-preview.tsx'
import { LanguageChoice, PurposeChoice } from './purpose-and-language.tsx'
import { SendBar } from './send-bar.tsx'
import { SentSummary } from './sent-summary.tsx'
import { useCompose } from './use-compose.ts'
import type { Compose } from './use-compose.ts'
import type { Sent } from './use-send.ts'
import { TimeLimits, WhenChoice } from './when-choice.tsx'
import { Who } from './who.tsx'

/** Writing a message: to whom, what, when; beside it what each person will read and the checks. */
export function ComposePage() {
  const text = useText()
  const compose = useCompose()
  const [sent, setSent] = useState<Sent | null>(null)
  const { draft, change, drop } = compose
  useAddressedTo((audience) => {
    setSent(null)
    change({ audience })
  })
  useIntent('new', () => {
    setSent(null)
    document.querySelector<HTMLInputElement>('.od-who input')?.focus()
  })
  const clear = () => {
    const before = draft
    drop()
    showToast({ text: text('compose.cleared'), undo: () => change(before) })
  }
  const actions = draft !== EMPTY_COMPOSE && sent === null && (
    <Button icon={Eraser} onPress={clear}>
      {text('compose.clear')}
    </Button>
  )
  return (
    <Page title={text('place.compose')} actions={actions}>
      {sent ? (
        <SentSummary sent={sent} onAnother={() => setSent(null)} />
      ) : (
        <ComposeForm compose={compose} onSent={setSent} />
      )}
    </Page>
  )
}

function ComposeForm({ compose, onSent }: { readonly compose: Compose; readonly onSent: (sent: Sent) => void }) {
  const text = useText()
  const errorText = useErrorText()
  const { draft, change, preview } = compose
  const attaching = useAttach(draft.attachments, compose.changeAttachments)
  return (
    <PageDrop words={text('media.drop')} onFiles={(files) => void attaching.addFiles(files)}>
      <div className="od-compose">
        <div className="od-compose-main">
          <section aria-label={text('compose.who')}>
            <h2>{text('compose.who')}</h2>
            <Who
              audience={draft.audience}
              purpose={draft.purpose}
              preview={preview}
              onChange={(audience) => change({ audience })}
            />
            <OverCapField draft={draft} preview={preview} change={change} />
          </section>
          <section aria-label={text('compose.what')}>
            <BodyEditor
              body={draft.body}
              attachments={draft.attachments}
              hasAppointments={draft.audience === null || draft.audience.kind === 'appointments'}
              onFiles={(files) => void attaching.addFiles(files)}
              onChange={(words) => change(words)}
            />
            <AttachPart
              attachments={draft.attachments}
              attaching={attaching}
              onChange={(attachments) => change({ attachments })}
            />
          </section>
          <section className="od-compose-last" aria-label={text('compose.how')}>
            <LanguageChoice draft={draft} change={change} />
            <PurposeChoice draft={draft} change={change} />
            <WhenChoice draft={draft} change={change} />
            <TimeLimits draft={draft} change={change} />
          </section>
          {compose.error && <Notice tone="brick">{errorText(compose.error)}</Notice>}
        </div>
        <div className="od-compose-preview">
          <PhonePreview preview={preview} body={draft.body} attachments={draft.attachments} />
        </div>
        <CheckRail compose={compose} />
        <SendBar compose={compose} onSent={onSent} />
      </div>
    </PageDrop>
  )
}

/** Takes up for whom one came here: the address names a person or a day once, and is then put away. */
function useAddressedTo(take: (audience: ComposeAudience) => void): void {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  const [personId, day] = [search.get('person'), search.get('day')]
  useEffect(() => {
    if (personId === null && day === null) return
    void navigate(paths.compose, { replace: true })
    void audienceOf(personId, day).then((audience) => audience && latest.current(audience))
  }, [personId, day, navigate])
}

async function audienceOf(personId: string | null, day: string | null): Promise<ComposeAudience | undefined> {
  if (day !== null) return { kind: 'appointments', isoDay: day, appointmentIds: null }
  if (personId === null) return undefined
  const person = await call('people.get', { id: personId })
  return person.ok ? { kind: 'people', people: [{ id: personId, name: person.value.displayName }] } : undefined
}
