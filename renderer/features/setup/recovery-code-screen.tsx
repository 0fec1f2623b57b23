import { Copy, Printer } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '../../api/queries.ts'
import { useNow } from '../../app/use-now.ts'
import { Button } from '../../design/button.tsx'
import { Checkbox } from '../../design/checkbox.tsx'
import { showToast } from '../../design/toast.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { Door } from './door.tsx'
import type { RecoveryCode } from './recovery-code.ts'

/** Shows the recovery code of a new store, the only time it is ever shown. */
export function RecoveryCodeScreen(props: { readonly code: RecoveryCode; readonly onPutAway: () => void }) {
  const text = useText()
  const [isKept, setKept] = useState(false)
  const { recoveryCode, protection } = props.code
  const moment = useMoment()
  const now = useNow()
  const practice = useRead('practice.get', {}).value?.name
  const copy = async () => {
    const isCopied = await copyText(recoveryCode)
    showToast({ text: text(isCopied ? 'recovery.copied' : 'recovery.not_copied') })
  }
  return (
    <Door title={text('recovery.title')}>
      <p>{text(`recovery.text.${protection}`)}</p>
      <div className="od-code" aria-label={text('recovery.code')} role="group">
        {recoveryCode.split('-').map((part, place) => (
          <span key={`${place}${part}`}>{part}</span>
        ))}
      </div>
      <p className="od-meta">{text('recovery.once')}</p>
      {practice !== undefined && (
        <p className="od-meta">{text('recovery.whose', { practice, date: moment.date(now) })}</p>
      )}
      <div className="od-door-actions">
        <Button icon={Printer} onPress={() => window.print()}>
          {text('recovery.print')}
        </Button>
        <Button icon={Copy} onPress={() => void copy()}>
          {text('recovery.copy')}
        </Button>
      </div>
      <Checkbox isSelected={isKept} onChange={setKept}>
        {text('recovery.kept')}
      </Checkbox>
      <div className="od-door-actions">
        <Button kind="primary" size="touch" isDisabled={!isKept} onPress={props.onPutAway}>
          {text('recovery.go_on')}
        </Button>
      </div>
    </Door>
  )
}

/** The clipboard may be refused by the system; the code is still in sight then, and the toast says so. */
async function copyText(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words)
    return true
  } catch {
    return false
  }
}
