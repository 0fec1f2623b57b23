import { FolderOpen } from 'lucide-react'
import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { useRead, useWrite } from '../../../api/queries.ts'
import { Button } from '../../../design/button.tsx'
import { Notice } from '../../../design/notice.tsx'
import { useErrorText } from '../../../i18n/error-text.tsx'
import type { ErrorFacts } from '../../../i18n/error-text.tsx'
import { useText } from '../../../i18n/use-text.ts'

/** The folder into which the office's scanner writes: which one, whether it is there, and what was left in it. */
export function ScanFolderFields() {
  const text = useText()
  const errorText = useErrorText()
  const state = useRead('scanFolder.get', {}).value
  const choose = useWrite('scanFolder.choose')
  const save = useWrite('scanFolder.save')
  if (!state) return null
  const another = async () => {
    const chosen = await choose.run({})
    if (chosen.ok && chosen.value.folder !== null) await save.run({ folder: chosen.value.folder })
  }
  return (
    <>
      <FolderStand state={state} />
      <div className="od-settings-actions">
        <Button icon={FolderOpen} onPress={() => void another()}>
          {text(state.folder === null ? 'scan_folder.choose' : 'scan_folder.choose_another')}
        </Button>
        {state.folder !== null && (
          <Button kind="plain" onPress={() => void save.run({ folder: null })}>
            {text('scan_folder.stop')}
          </Button>
        )}
      </div>
      {save.error && (
        <Notice tone="brick" isAnswer>
          {errorText(save.error)}
        </Notice>
      )}
      <RefusedScans refused={state.refused} />
    </>
  )
}

function FolderStand({ state }: { readonly state: OutputOf<'scanFolder.get'> }) {
  const text = useText()
  const { folder, stand, taken } = state
  if (folder === null) return <p className="od-meta">{text('scan_folder.stand.off')}</p>
  if (stand !== 'watching') return <Notice tone="brick">{text(`scan_folder.stand.${stand}`, { folder })}</Notice>
  return (
    <>
      <p className="od-clip">{folder}</p>
      <p className="od-meta" role="status">
        {text('scan_folder.stand.watching', { count: taken })}
      </p>
    </>
  )
}

function RefusedScans({ refused }: Pick<OutputOf<'scanFolder.get'>, 'refused'>) {
  const text = useText()
  const errorText = useErrorText()
  if (refused.length === 0) return null
  return (
    <Notice tone="unsure">
      <p>{text('scan_folder.refused', { count: refused.length })}</p>
      <ul>
        {refused.map(({ name, error }) => (
          <li key={name}>{errorText(error as ErrorFacts)}</li>
        ))}
      </ul>
    </Notice>
  )
}
