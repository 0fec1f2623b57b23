import { useState } from 'react'
import type { FormEvent } from 'react'
import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { useWrite } from '../../../api/queries.ts'
import { Select } from '../../../design/select.tsx'
import { TextField } from '../../../design/text-field.tsx'
import { showToast } from '../../../design/toast.tsx'
import { useText } from '../../../i18n/use-text.ts'
import { firstReceiverDraft, receiverInput } from './receiver-draft.ts'
import type { ReceiverDraft } from './receiver-draft.ts'
import { FormFoot } from '../form-foot.tsx'

type ReceiverState = OutputOf<'receiver.get'>

const LOOPBACK = '127.0.0.1'

/** Where the receiver listens and by what secret it knows the provider. What is saved is taken up at once. */
export function ReceiverForm({ receiver }: { readonly receiver: ReceiverState }) {
  const text = useText()
  const save = useWrite('receiver.save')
  const [draft, setDraft] = useState(() => firstReceiverDraft(receiver))
  const change = (part: Partial<ReceiverDraft>) => setDraft((before) => ({ ...before, ...part }))
  const input = receiverInput(draft, receiver.isOn)
  const isChanged = JSON.stringify(draft) !== JSON.stringify(firstReceiverDraft(receiver))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!input || !isChanged) return
    const saved = await save.run(input)
    if (!saved.ok) return
    setDraft(firstReceiverDraft(saved.value))
    showToast({ text: text('receiver.saved') })
  }
  return (
    <form className="od-form" noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        label={text('receiver.secret')}
        hint={text(receiver.hasSecret ? 'receiver.secret.kept' : 'receiver.secret.hint')}
        type="password"
        value={draft.secret}
        onChange={(secret) => change({ secret })}
        maxLength={200}
      />
      <HostSelect receiver={receiver} host={draft.host} onChange={(host) => change({ host })} />
      <TextField
        label={text('receiver.port')}
        hint={text('receiver.port.hint')}
        value={draft.port}
        onChange={(port) => change({ port })}
        maxLength={5}
        error={input === undefined ? text('receiver.port.hint') : undefined}
      />
      <FormFoot
        save={save}
        isChanged={isChanged}
        canSave={input !== undefined}
        onTakeBack={() => setDraft(firstReceiverDraft(receiver))}
      />
    </form>
  )
}

/** The addresses that this computer has, and the one that is set, which may be gone for now. */
function HostSelect(props: {
  readonly receiver: ReceiverState
  readonly host: string
  readonly onChange: (host: string) => void
}) {
  const text = useText()
  const hosts = [...new Set([...props.receiver.addresses, props.receiver.host])]
  const nameOf = (host: string) => text(host === LOOPBACK ? 'receiver.host.loopback' : 'receiver.host.other', { host })
  return (
    <Select
      label={text('receiver.host')}
      hint={text(props.host === LOOPBACK ? 'receiver.host.loopback.hint' : 'receiver.host.other.hint')}
      choices={hosts.map((host) => ({ value: host, text: nameOf(host) }))}
      value={props.host}
      onChange={props.onChange}
    />
  )
}
