import { useState } from 'react'
import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { useRead, useWrite } from '../../../api/queries.ts'
import { useNow } from '../../../app/use-now.ts'
import { ConfirmDialog } from '../../../design/dialog.tsx'
import { Notice } from '../../../design/notice.tsx'
import { Switch } from '../../../design/switch.tsx'
import { useErrorText } from '../../../i18n/error-text.tsx'
import { useMoment } from '../../../i18n/use-moment.ts'
import { useText } from '../../../i18n/use-text.ts'

/** Lets messages go to real phones. Switching it on is asked once more and kept with a name; off it goes at once. */
export function RealPhonesSwitch({ account }: { readonly account: OutputOf<'account.get'> }) {
  const text = useText()
  const errorText = useErrorText()
  const moment = useMoment()
  const now = useNow()
  const set = useWrite('account.setReal')
  const [isAsking, setAsking] = useState(false)
  const turnOn = async () => {
    await set.run({ isOn: true })
    setAsking(false)
  }
  const since = { when: moment.when(account.realSinceMs ?? now, now), name: account.realByName }
  return (
    <>
      <Switch
        isOn={account.isReal}
        hint={account.isReal ? text('real.on', since) : text('real.off')}
        onChange={(isOn) => (isOn ? setAsking(true) : void set.run({ isOn }))}
      >
        {text('real.switch')}
      </Switch>
      {set.error && (
        <Notice tone="brick" isAnswer>
          {errorText(set.error)}
        </Notice>
      )}
      {isAsking && (
        <TurnOnDialog isPending={set.isRunning} onClose={() => setAsking(false)} onConfirm={() => void turnOn()} />
      )}
    </>
  )
}

function TurnOnDialog(props: {
  readonly isPending: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
}) {
  const text = useText()
  const staff = useRead('staff.list', {}).value
  const status = useRead('queue.status', {}).value
  const name = staff?.staff.find(({ id }) => id === staff.currentId)?.name ?? ''
  return (
    <ConfirmDialog
      title={text('real.confirm.title')}
      isOpen
      confirmText={text('real.confirm.button')}
      isPending={props.isPending}
      onClose={props.onClose}
      onConfirm={props.onConfirm}
    >
      <p>{text('real.confirm.text', { name })}</p>
      {status && <p>{text('real.confirm.waiting', { count: status.ready + status.later })}</p>}
    </ConfirmDialog>
  )
}
