import { useWrite } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import type { ErrorFacts } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { Door } from './door.tsx'
import { OtherDeskButton } from './other-desk-button.tsx'

const TITLED = [
  'store_newer',
  'store_broken',
  'log_gone',
  'store_in_use',
  'folder_read_only',
  'folder_synced',
  'folder_on_network',
  'disk_full',
  'disk_trouble',
]

/** Says in plain words why the data cannot be opened, what to do, and lets a person try again. */
export function TroubleScreen(props: {
  readonly desk: 'practice' | 'office'
  readonly hasOffice: boolean
  readonly error: ErrorFacts
}) {
  const text = useText()
  const errorText = useErrorText()
  const retry = useWrite('setup.retry')
  const openWithoutLog = useWrite('setup.openWithoutLog')
  const title = TITLED.includes(props.error.code) ? `trouble.${props.error.code}` : 'trouble.other'
  const path = props.error['path']
  return (
    <Door title={text(title)}>
      <p role="alert">{errorText(props.error)}</p>
      {typeof path === 'string' && (
        <p className="od-meta">
          {text('trouble.where')} <span className="od-mono">{path}</span>
        </p>
      )}
      <div className="od-door-actions">
        <Button kind="primary" size="touch" isPending={retry.isRunning} onPress={() => void retry.run({})}>
          {text('common.try_again')}
        </Button>
        {props.error.code === 'log_gone' && (
          <Button
            kind="danger"
            size="touch"
            isPending={openWithoutLog.isRunning}
            onPress={() => void openWithoutLog.run({})}
          >
            {text('trouble.open_without_log')}
          </Button>
        )}
        <OtherDeskButton desk={props.desk} hasOffice={props.hasOffice} />
      </div>
    </Door>
  )
}
