import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { isoDay } from '../../../shared/time.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { paths } from '../../app/paths.ts'
import { useNow } from '../../app/use-now.ts'
import { Notice } from '../../design/notice.tsx'
import { showToast } from '../../design/toast.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { NoteStopDialog } from '../stops/note-stop-dialog.tsx'
import { CheckFoot } from './check-foot.tsx'
import { ReadCheck } from './read-check.tsx'
import { ReadingNote } from './reading-note.tsx'
import { SetAsideDialog } from './set-aside-dialog.tsx'
import { SheetPicture } from './sheet-picture.tsx'
import { useStraightPage } from './straight-page.ts'
import { TypedCheck } from './typed-check.tsx'
import { useFormCheck } from './use-form-check.ts'
import { useLineChecks } from './use-line-checks.ts'
import { usePlaceInSight } from './use-place-in-sight.ts'
import { useSavedWords } from './use-saved-words.tsx'

type SetAsideReason = 'not_signed' | 'unreadable' | null

/** Checking one sheet: its picture at the left, what stands on it at the right, saved by a person alone. */
export function FormCheck({ form, pile }: { readonly form: OutputOf<'forms.get'>; readonly pile: readonly string[] }) {
  const text = useText()
  const navigate = useNavigate()
  const check = useFormCheck(form.id)
  const { draft, sheet } = check
  const savedWords = useSavedWords()
  const zone = useMoment().zone
  const today = isoDay(useNow(), zone)
  const fields = useRef<HTMLDivElement>(null)
  const page = useStraightPage(sheet)
  const checks = useLineChecks(draft, check.version?.id ?? null)
  const { place, onFocus } = usePlaceInSight(sheet)
  const [settingAside, setSettingAside] = useState<{ readonly reason: SetAsideReason } | null>(null)
  const setAside = () => setSettingAside({ reason: draft.isSigned === false ? 'not_signed' : null })
  const readingId = draft.taken?.readingId
  useEffect(() => {
    if (readingId !== undefined) focusFirstDoubt(fields.current)
  }, [readingId])
  const goOn = (nextId: string | null) =>
    void navigate(nextId === null ? paths.forms : paths.form(nextId), { replace: true })
  const save = async () => {
    // A sheet that nobody signed has one way on alone.
    if (draft.isSigned === false) return setAside()
    if (!check.isReady) return focusFirst(fields.current, check.open[0])
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
  usePageCommand('page.set_aside', setAside)
  usePageCommand('page.lines', () => fields.current?.querySelector<HTMLElement>('.od-read-input')?.focus(), {
    isOff: readingId === undefined,
  })
  // Who hands in a form may say in the same breath that texts shall stop. Without a number on it the question is which.
  const stopNumber = check.known?.e164 ?? null
  const [isStopping, setStopping] = useState(false)
  usePageCommand('do.note_stop', () => setStopping(true), { isOff: stopNumber === null })
  return (
    <div className="od-check-form" data-read={draft.taken !== null || undefined}>
      <section className="od-check-picture" aria-label={text('forms.picture', { name: form.name })}>
        {check.reading && (
          <ReadingNote reading={check.reading} onRetake={() => setSettingAside({ reason: 'unreadable' })} />
        )}
        <div className="od-check-sheet">
          <SheetPicture formId={form.id} name={form.name} page={page} place={place} />
        </div>
      </section>
      <section className="od-check-side" aria-label={text('forms.check')}>
        <div className="od-check-fields" ref={fields} onFocus={onFocus}>
          {draft.taken && sheet && page ? (
            <ReadCheck check={check} part={{ ...check, taken: draft.taken, sheet, page, checks }} />
          ) : (
            <TypedCheck check={check} today={today} />
          )}
          {check.trouble !== undefined && (
            <Notice tone="brick" isAnswer>
              {check.trouble}
            </Notice>
          )}
        </div>
        <CheckFoot check={check} formId={form.id} pile={pile} onSave={() => void save()} onSetAside={setAside} />
      </section>
      {isStopping && stopNumber !== null && (
        <NoteStopDialog name={null} numbers={[stopNumber]} onClose={() => setStopping(false)} />
      )}
      {settingAside && (
        <SetAsideDialog
          formId={form.id}
          reason={settingAside.reason}
          onClose={() => setSettingAside(null)}
          onDone={(nextId) => {
            check.drop()
            setSettingAside(null)
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
  const inPlace = (which: string) => place?.querySelector<HTMLElement>(which)
  const target = inPlace('[data-doubt] input') ?? inPlace('input, [tabindex="0"], button')
  target?.focus()
}

/** Begins a sheet that was read where an eye is needed first: at a doubtful character, else at the first question. */
function focusFirstDoubt(fields: HTMLElement | null): void {
  const first = (which: string) => fields?.querySelector<HTMLElement>(which)
  const target =
    first('[data-doubt] input') ??
    first('.od-known [role="radio"], .od-known input') ??
    first('[role="radiogroup"] input')
  target?.focus()
}
