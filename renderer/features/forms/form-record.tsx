import { useState } from 'react'
import { useIntl } from 'react-intl'
import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useWrite } from '../../api/queries.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { paths } from '../../app/paths.ts'
import { Button } from '../../design/button.tsx'
import { DefinitionRows } from '../../design/definition-rows.tsx'
import { Notice } from '../../design/notice.tsx'
import { PhoneNumber, PrivateText } from '../../design/private-text.tsx'
import { SectionHeading } from '../../design/section-heading.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { NoteStopDialog } from '../stops/note-stop-dialog.tsx'
import { PURPOSES } from './check-draft.ts'
import { CheckLog } from './check-log.tsx'
import { PagePicture } from './page-picture.tsx'

type Form = OutputOf<'forms.get'>

/** A sheet that was decided: its picture and the record beside it, as it would be shown in a dispute. */
export function FormRecord({ form }: { readonly form: Form }) {
  const text = useText()
  return (
    <div className="od-check-form">
      <section className="od-check-picture" aria-label={text('forms.picture', { name: form.name })}>
        <div className="od-check-sheet">
          <PagePicture formId={form.id} name={form.name} />
        </div>
      </section>
      <section className="od-check-side" aria-label={text('forms.record')}>
        <div className="od-check-fields">
          {form.state === 'set_aside' ? <SetAside form={form} /> : <Decision form={form} />}
          <Proof form={form} />
        </div>
      </section>
    </div>
  )
}

function Decision({ form }: { readonly form: Form }) {
  const text = useText()
  const intl = useIntl()
  const moment = useMoment()
  const navigate = useNavigate()
  const { decision, personId } = form
  const [isStopping, setStopping] = useState(false)
  usePageCommand('do.note_stop', () => setStopping(true), { isOff: !decision })
  if (!decision) return null
  const show = personId !== null && (
    <Button onPress={() => void navigate(paths.person(personId))}>{text('forms.record.person')}</Button>
  )
  return (
    <>
      <SectionHeading actions={show}>{text('forms.record.decided')}</SectionHeading>
      {isStopping && (
        <NoteStopDialog name={form.personName} numbers={[decision.e164]} onClose={() => setStopping(false)} />
      )}
      <DefinitionRows
        rows={[
          [text('forms.record.who'), <PrivateText key="who">{form.personName}</PrivateText>],
          [text('forms.phone'), <PhoneNumber key="phone" e164={decision.e164} />],
          ...PURPOSES.map(
            (purpose) =>
              [text(`purpose.${purpose}`), text(decision.agreed[purpose] ? 'common.yes' : 'common.no')] as const,
          ),
          [
            text('forms.signed_on'),
            intl.formatDate(`${decision.signedOn}T00:00Z`, { dateStyle: 'long', timeZone: 'UTC' }),
          ],
          [text('forms.version'), decision.formCode],
          [text('forms.record.by'), decision.staffName],
          [text('forms.record.when'), `${moment.date(decision.atMs)}, ${moment.time(decision.atMs)}`],
        ]}
      />
      {decision.check && <CheckLog check={decision.check} />}
    </>
  )
}

function SetAside({ form }: { readonly form: Form }) {
  const text = useText()
  const errorText = useErrorText()
  const reopen = useWrite('forms.reopen')
  const takeBack = (
    <Button isPending={reopen.isRunning} onPress={() => void reopen.run({ id: form.id })}>
      {text('forms.reopen')}
    </Button>
  )
  return (
    <>
      <Notice actions={takeBack}>
        {text('forms.was_set_aside', { reason: text(`forms.reason.${form.setAsideReason ?? 'other'}`) })}
      </Notice>
      {reopen.error && (
        <Notice tone="brick" isAnswer>
          {errorText(reopen.error)}
        </Notice>
      )}
    </>
  )
}

function Proof({ form }: { readonly form: Form }) {
  const text = useText()
  const moment = useMoment()
  return (
    <>
      <SectionHeading>{text('forms.record.proof')}</SectionHeading>
      <DefinitionRows
        rows={[
          [text('forms.record.file'), <PrivateText key="file">{form.name}</PrivateText>],
          [text('forms.record.page'), text('forms.place', { place: form.pageNo, total: form.pageCount })],
          [text('forms.record.added'), `${moment.date(form.addedAtMs)}, ${moment.time(form.addedAtMs)}`],
          [text('forms.record.size'), text('forms.record.size_kb', { size: Math.ceil(form.sizeBytes / 1000) })],
          [
            text('forms.record.sha'),
            <code key="sha" className="od-mono od-sha">
              {form.originalSha256}
            </code>,
          ],
        ]}
      />
    </>
  )
}
