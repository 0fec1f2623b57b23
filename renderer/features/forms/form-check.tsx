import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { isoDay } from '../../../shared/time.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { paths } from '../../app/paths.ts'
import { useNow } from '../../app/use-now.ts'
import { Notice } from '../../design/notice.tsx'
import { showToast } from '../../design/toast.tsx'
import { YesNo } from '../../design/yes-no.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { NoteStopDialog } from '../stops/note-stop-dialog.tsx'
import { CheckFoot } from './check-foot.tsx'
import { PURPOSES } from './check-draft.ts'
import { PersonFields, SheetFields, SignedOn } from './check-fields.tsx'
import { ConsentRow } from './consent-row.tsx'
import { PagePicture } from './page-picture.tsx'
import { SetAsideDialog } from './set-aside-dialog.tsx'
import { useFormCheck } from './use-form-check.ts'
import { useSavedWords } from './use-saved-words.tsx'

/** Checking one sheet: its picture at the left, what a person reads from it at the right, saved by that person alone. */
export function FormCheck({ form, pile }: { readonly form: OutputOf<'forms.get'>; readonly pile: readonly string[] }) {
  const text = useText()
  const navigate = useNavigate()
  const check = useFormCheck(form.id)
  const { draft, change } = check
  const savedWords = useSavedWords()
  const zone = useMoment().zone
  const today = isoDay(useNow(), zone)
  const fields = useRef<HTMLDivElement>(null)
  const [isSettingAside, setSettingAside] = useState(false)
  const goOn = (nextId: string | null) =>
    void navigate(nextId === null ? paths.forms : paths.form(nextId), { replace: true })
  const save = async () => {
    if (!check.isReady) {
      focusFirst(fields.current, draft.isSigned === false ? 'signature' : check.open[0])
      return
    }
    const saved = await check.save()
    if (!saved) return
    showToast({
      text: savedWords(saved),
      action: {
        text: text('forms.saved.show'),
        perform: () => void navigate(paths.person(saved.accepted.personId)),
      },
    })
    goOn(saved.accepted.nextFormId)
  }
  usePageCommand('page.primary', () => void save())
  usePageCommand('page.set_aside', () => setSettingAside(true))
  // Who hands in a form may say in the same breath that texts shall stop. Without a number on it the question is which.
  const stopNumber = check.known?.e164 ?? null
  const [isStopping, setStopping] = useState(false)
  usePageCommand('do.note_stop', () => setStopping(true), { isOff: stopNumber === null })
  return (
    <div className="od-check-form">
      <section className="od-check-picture" aria-label={text('forms.picture', { name: form.name })}>
        <PagePicture formId={form.id} name={form.name} />
      </section>
      <section className="od-check-side" aria-label={text('forms.check')}>
        <div className="od-check-fields" ref={fields}>
          <SheetFields {...check} />
          <PersonFields {...check} />
          {PURPOSES.map((purpose) => (
            <ConsentRow
              key={purpose}
              purpose={purpose}
              sentence={check.version?.sentences[purpose] ?? ''}
              value={draft.agreed[purpose]}
              onChange={(isAgreed) => change({ agreed: { ...draft.agreed, [purpose]: isAgreed } })}
            />
          ))}
          <div className="od-consent-row" data-check="signature">
            <h2 className="od-consent-title">{text('forms.signed')}</h2>
            <YesNo label={text('forms.signed')} value={draft.isSigned} onChange={(isSigned) => change({ isSigned })} />
          </div>
          {draft.isSigned === false ? (
            <Notice tone="unsure" isAnswer>
              {text('forms.not_signed')}
            </Notice>
          ) : (
            <SignedOn {...check} today={today} />
          )}
          {check.trouble !== undefined && (
            <Notice tone="brick" isAnswer>
              {check.trouble}
            </Notice>
          )}
        </div>
        <CheckFoot
          check={check}
          formId={form.id}
          pile={pile}
          onSave={() => void save()}
          onSetAside={() => setSettingAside(true)}
        />
      </section>
      {isStopping && stopNumber !== null && (
        <NoteStopDialog name={null} numbers={[stopNumber]} onClose={() => setStopping(false)} />
      )}
      {isSettingAside && (
        <SetAsideDialog
          formId={form.id}
          reason={draft.isSigned === false ? 'not_signed' : null}
          onClose={() => setSettingAside(false)}
          onDone={(nextId) => {
            check.drop()
            setSettingAside(false)
            goOn(nextId)
          }}
        />
      )}
    </div>
  )
}

/** Leads to what is still open, so that nobody has to search for it. */
function focusFirst(fields: HTMLElement | null, part: string | undefined): void {
  const place = fields?.querySelector(`[data-check="${part}"]`)
  place?.scrollIntoView({ block: 'nearest' })
  place?.querySelector<HTMLElement>('input, [tabindex="0"], button')?.focus()
}
