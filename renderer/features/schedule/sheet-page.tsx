import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { paths } from '../../app/paths.ts'
import { Button } from '../../design/button.tsx'
import { ChoiceBar } from '../../design/choice-bar.tsx'
import { Notice } from '../../design/notice.tsx'
import { Progress } from '../../design/progress.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { SheetColumns } from './sheet-columns.tsx'
import { SheetDone } from './sheet-done.tsx'
import type { SheetPreview } from './sheet-mapping.ts'
import { SheetProblems } from './sheet-problems.tsx'
import { SheetRows } from './sheet-rows.tsx'
import type { Sheet } from './use-sheet.ts'

/** A day sheet before it is taken in: what each column holds, which rows are good, which not and why. Nothing is stored yet. */
export function SheetPage({ sheet, preview }: { readonly sheet: Sheet; readonly preview: SheetPreview }) {
  const text = useText()
  const errorText = useErrorText()
  const [done, setDone] = useState<OutputOf<'daySheets.import'> | null>(null)
  const [view, setView] = useState<'rows' | 'problems'>('rows')
  const { goodCount, problemCount, mayTextCount } = preview
  const takeIn = async () => {
    if (goodCount === 0 || sheet.isBusy) return
    const taken = await sheet.takeIn()
    if (!taken) return
    if (taken.isCancelled) sheet.close()
    else setDone(taken)
  }
  usePageCommand('page.primary', () => void takeIn(), { isOff: done !== null })
  if (done) return <SheetDone done={done} preview={preview} onClose={sheet.close} />
  return (
    <div className="od-sheet">
      <header className="od-detail-head">
        <div>
          <h2 className="od-private">{preview.name}</h2>
          <p>{text('sheet.counts', { good: goodCount, bad: problemCount, may: mayTextCount })}</p>
        </div>
        <SheetActions sheet={sheet} preview={preview} onTakeIn={() => void takeIn()} />
      </header>
      {sheet.error && (
        <Notice tone="brick" isAnswer>
          {errorText(sheet.error)}
        </Notice>
      )}
      <SheetColumns preview={preview} isBusy={sheet.isBusy} onChange={sheet.remap} />
      <ChoiceBar
        label={text('sheet.views')}
        choices={[
          { value: 'rows', text: text('sheet.view.rows'), count: goodCount },
          { value: 'problems', text: text('sheet.view.problems'), count: problemCount },
        ]}
        value={view}
        onChange={setView}
      />
      {view === 'rows' ? <SheetRows preview={preview} /> : <SheetProblems preview={preview} />}
    </div>
  )
}

function SheetActions(props: { readonly sheet: Sheet; readonly preview: SheetPreview; readonly onTakeIn: () => void }) {
  const text = useText()
  const navigate = useNavigate()
  const { sheet, preview } = props
  if (sheet.progress) {
    const { done, total } = sheet.progress
    return (
      <div className="od-sheet-progress">
        <Progress
          label={text('sheet.taking_in')}
          done={done}
          total={total}
          words={text('sheet.progress', { done, total })}
        />
        <Button onPress={sheet.stop}>{text('sheet.stop')}</Button>
      </div>
    )
  }
  const leave = () => {
    sheet.stop()
    void navigate(paths.schedule)
  }
  return (
    <div className="od-broadcast-actions">
      <Button onPress={leave}>{text('sheet.drop')}</Button>
      <Button
        kind="primary"
        keys="Mod+Enter"
        isDisabled={preview.goodCount === 0}
        isPending={sheet.isBusy}
        onPress={props.onTakeIn}
      >
        {text('sheet.take_in', { count: preview.goodCount })}
      </Button>
    </div>
  )
}
