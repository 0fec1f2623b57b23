import { ArrowLeft, FileDown } from 'lucide-react'
import { useNavigate } from 'react-router'
import { usePageCommand } from '../../app/command-center.tsx'
import { Page } from '../../app/page-header.tsx'
import { paths } from '../../app/paths.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { OfficeFields } from './office-fields.tsx'
import './print-forms.css'
import type { FormOffice } from './print-draft.ts'
import { PurposeRows } from './purpose-rows.tsx'
import { SheetChecklist } from './sheet-checklist.tsx'
import { SheetChoiceFields } from './sheet-choice-fields.tsx'
import { SheetPicture } from './sheet-picture.tsx'
import { usePrintSheets } from './use-print-sheets.ts'

/** Blank forms to print: the sheet as it will be at the left, what it says and what it lacks at the right. */
export function PrintFormsPage() {
  const text = useText()
  const errorText = useErrorText()
  const navigate = useNavigate()
  const work = usePrintSheets()
  const { office, settled, draft, change, check } = work
  const changeOffice = (changed: FormOffice) => change((before) => ({ ...before, office: changed }))
  usePageCommand('page.primary', () => void work.print())
  usePageCommand('page.back', () => void navigate(paths.forms))
  const back = (
    <Button kind="plain" icon={ArrowLeft} keys="Escape" onPress={() => void navigate(paths.forms)}>
      {text('forms.all')}
    </Button>
  )
  const trouble = check.error ?? work.printing.error ?? work.teaching.error
  return (
    <Page title={text('print.title')} actions={back}>
      <div className="od-print">
        <section className="od-print-preview" aria-label={text('print.preview')} tabIndex={0}>
          {settled && <SheetPicture office={settled} choice={draft.choice} code={check.value?.code ?? ''} />}
        </section>
        <section className="od-print-side" aria-label={text('print.words')}>
          <div className="od-print-fields">
            <SheetChoiceFields
              choice={draft.choice}
              onChoose={(part) => change((before) => ({ ...before, choice: { ...before.choice, ...part } }))}
              count={draft.count}
              onCount={(count) => change((before) => ({ ...before, count }))}
            />
            {!office && <Skeleton />}
            {office && (
              <>
                <OfficeFields office={office} language={draft.choice.language} onChange={changeOffice} />
                <PurposeRows office={office} onChange={changeOffice} />
              </>
            )}
            {check.value && <SheetChecklist check={check.value} />}
          </div>
          <footer className="od-print-foot">
            {trouble && (
              <Notice tone="brick" isAnswer>
                {errorText(trouble)}
              </Notice>
            )}
            <p className="od-meta">
              {check.value &&
                text(check.value.isNewEdition ? 'print.edition.new' : 'print.edition.kept', { code: check.value.code })}
            </p>
            <div className="od-print-buttons">
              <Button isPending={work.teaching.isRunning} onPress={() => void work.printAlphabet()}>
                {text('print.alphabet')}
              </Button>
              <Button
                kind="primary"
                icon={FileDown}
                keys="Mod+Enter"
                isDisabled={!work.isReady}
                isPending={work.printing.isRunning}
                onPress={() => void work.print()}
              >
                {text('print.save', { count: draft.count })}
              </Button>
            </div>
          </footer>
        </section>
      </div>
    </Page>
  )
}
