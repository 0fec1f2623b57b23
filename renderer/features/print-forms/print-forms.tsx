import { FileDown } from 'lucide-react'
import { usePageCommand } from '../../app/command-center.tsx'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { OfficeFields } from './office-fields.tsx'
import './print-forms.css'
import { countOf } from './print-draft.ts'
import type { FormOffice } from './print-draft.ts'
import { PurposeRows } from './purpose-rows.tsx'
import { POINT_COUNT, SheetChecklist } from './sheet-checklist.tsx'
import { SheetChoiceFields } from './sheet-choice-fields.tsx'
import { SheetPicture } from './sheet-picture.tsx'
import { usePrintSheets } from './use-print-sheets.ts'

type Work = ReturnType<typeof usePrintSheets>

/** The sheet as it will be printed at the left, what it says and what it lacks at the right, printing at the foot. */
export function PrintForms() {
  const text = useText()
  const work = usePrintSheets()
  const { office, settled, draft, change, check } = work
  const changeOffice = (changed: FormOffice) => change((before) => ({ ...before, office: changed }))
  usePageCommand('page.primary', () => void work.print())
  return (
    <div className="od-print">
      <section className="od-print-preview" aria-label={text('print.preview')} tabIndex={0}>
        {settled && <SheetPicture office={settled} choice={draft.choice} />}
      </section>
      <section className="od-print-side" aria-label={text('print.words')}>
        <div className="od-print-fields">
          <SheetChoiceFields draft={draft} change={change} />
          {!office && <Skeleton />}
          {office && (
            <>
              <OfficeFields office={office} language={draft.choice.language} onChange={changeOffice} />
              <PurposeRows office={office} onChange={changeOffice} />
            </>
          )}
          {check.value && <SheetChecklist check={check.value} />}
        </div>
        <PrintFoot work={work} />
      </section>
    </div>
  )
}

function PrintFoot({ work }: { readonly work: Work }) {
  const text = useText()
  const errorText = useErrorText()
  const { check } = work
  const trouble = check.error ?? work.printing.error ?? work.teaching.error
  return (
    <footer className="od-print-foot">
      {trouble && (
        <Notice tone="brick" isAnswer>
          {errorText(trouble)}
        </Notice>
      )}
      <Verdict check={check.value} />
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
          {text('print.save', { count: countOf(work.draft) ?? 0 })}
        </Button>
      </div>
    </footer>
  )
}

/** In sight wherever the fields were scrolled to: whether the sheet may be printed, and as what. */
function Verdict({ check }: { readonly check: Work['check']['value'] }) {
  const text = useText()
  if (!check) return null
  const { missing, isNewEdition, code } = check
  const isMissing = missing.length > 0
  return (
    <div role="status" className="od-print-verdict">
      <p data-tone={isMissing ? 'brick' : 'may'}>
        {text('print.verdict', { count: missing.length, total: POINT_COUNT })}
      </p>
      {!isMissing && (
        <p className="od-meta">{text(isNewEdition ? 'print.edition.new' : 'print.edition.kept', { code })}</p>
      )}
    </div>
  )
}
