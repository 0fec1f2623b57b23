import { useState } from 'react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useWrite } from '../../api/queries.ts'
import { call } from '../../api/client.ts'
import { offerFile } from '../../app/offer-file.ts'
import type { AppError } from '../../../shared/ipc/errors.ts'
import { Button } from '../../design/button.tsx'
import { ConfirmDialog } from '../../design/dialog.tsx'
import { FileButton } from '../../design/file-button.tsx'
import type { GivenFile } from '../../design/file-button.tsx'
import { Notice } from '../../design/notice.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { showToast } from '../../design/toast.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useDrawnText, useText } from '../../i18n/use-text.ts'
import '../stops/stops.css'

type Report = OutputOf<'optOuts.readList'>

/** A list that was looked into and waits for a word. */
interface ReadList {
  readonly file: GivenFile
  readonly report: Report
}

/** The list of those who said stop: how long it is, another system's brought in, ours taken out. */
export function StopListFields({ stoppedNumbers }: { readonly stoppedNumbers: number }) {
  const text = useText()
  const errorText = useErrorText()
  const exporting = useWrite('optOuts.exportList')
  const [list, setList] = useState<ReadList | null>(null)
  const [refused, setRefused] = useState<AppError>()
  const look = async (file: GivenFile | undefined) => {
    if (!file) return
    const read = await call('optOuts.readList', file)
    setRefused(read.ok ? undefined : read.error)
    if (read.ok) setList({ file, report: read.value })
  }
  const save = async () => {
    const made = await exporting.run({})
    if (made.ok) offerFile(made.value.name, made.value.text, 'text/csv')
  }
  const trouble = refused ?? exporting.error
  return (
    <div className="od-stop-list">
      <p>{text('opt_outs.count', { count: stoppedNumbers })}</p>
      <div className="od-form-actions">
        <FileButton
          buttonText={text('opt_outs.import')}
          accept={['.csv', 'text/csv']}
          onFiles={([file]) => void look(file)}
        />
        <Button isPending={exporting.isRunning} isDisabled={stoppedNumbers === 0} onPress={() => void save()}>
          {text('opt_outs.export')}
        </Button>
      </div>
      {trouble && (
        <Notice tone="brick" isAnswer>
          {errorText(trouble)}
        </Notice>
      )}
      {list && <ImportDialog {...list} onClose={() => setList(null)} />}
    </div>
  )
}

/** Says what the list holds before anything is done: a stop that was brought in is not taken back by a key. */
function ImportDialog({ file, report, onClose }: ReadList & { readonly onClose: () => void }) {
  const text = useText()
  const drawn = useDrawnText()
  const errorText = useErrorText()
  const bring = useWrite('optOuts.importList')
  const confirm = async () => {
    if (report.fresh === 0) return onClose()
    const brought = await bring.run(file)
    if (!brought.ok) return
    showToast({
      text: text('opt_outs.imported', { count: brought.value.fresh, blocked: brought.value.blockedDeliveries }),
    })
    onClose()
  }
  return (
    <ConfirmDialog
      title={<PrivateText>{file.name}</PrivateText>}
      isOpen
      isDanger
      isPending={bring.isRunning}
      confirmText={text('opt_outs.import.confirm', { count: report.fresh })}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <p>
        {text('opt_outs.import.text', {
          count: report.fresh,
          known: report.known,
          column: report.column ?? '',
          hasColumn: report.column === null ? 'no' : 'yes',
        })}
      </p>
      {report.refusedCount > 0 && (
        <>
          <p>{text('opt_outs.import.refused', { count: report.refusedCount })}</p>
          <ul
            className="od-stop-refused"
            tabIndex={0}
            aria-label={text('opt_outs.import.refused', { count: report.refusedCount })}
          >
            {report.refused.map((row) => (
              <li key={row.row}>
                {drawn('opt_outs.import.row', { row: row.row, value: <PrivateText>{row.value}</PrivateText> })}
              </li>
            ))}
          </ul>
        </>
      )}
      {bring.error && (
        <Notice tone="brick" isAnswer>
          {errorText(bring.error)}
        </Notice>
      )}
    </ConfirmDialog>
  )
}
