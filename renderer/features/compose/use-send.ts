import { useWrite } from '../../api/queries.ts'
import type { AppError } from '../../../shared/ipc/errors.ts'
import { useMoment } from '../../i18n/use-moment.ts'
import { onlyPerson, sendInput } from './compose-draft.ts'
import type { Compose } from './use-compose.ts'

/** What became of the press: a message of one conversation, or many private ones. */
export type Sent =
  | { readonly kind: 'one'; readonly e164: string; readonly name: string; readonly firstAtMs: number }
  | {
      readonly kind: 'many'
      readonly broadcastId: string
      readonly count: number
      readonly leftOut: number
      readonly firstAtMs: number
    }

/** Sends what is being written; what was sent is gone from the draft, what failed stays. */
export function useSend(compose: Compose, onSent: (sent: Sent) => void) {
  const { zone } = useMoment()
  const one = useWrite('messages.send')
  const many = useWrite('broadcasts.schedule')
  const { draft, preview, drop } = compose

  const sendOne = async (input: NonNullable<ReturnType<typeof sendInput>>, name: string) => {
    const recipient = preview?.recipients[0]
    if (!recipient) return
    const { purpose, emergencyReason, body, mediaIds, whenMs, notAfterMs = null, overCapReason = null } = input
    const { e164, personId } = recipient
    const words = { purpose, emergencyReason, body, mediaIds, whenMs, notAfterMs, overCapReason }
    const sent = await one.run({ ...words, e164, personId, mayWait: true, onceKey: draft.onceKey })
    if (!sent.ok) return
    drop()
    onSent({ kind: 'one', e164, name, firstAtMs: sent.value.notBeforeMs })
  }
  const sendMany = async (input: NonNullable<ReturnType<typeof sendInput>>) => {
    const sent = await many.run({ ...input, title: draft.title, onceKey: draft.onceKey })
    if (!sent.ok) return
    const { broadcastId, deliveries, leftOut, firstAtMs } = sent.value
    drop()
    onSent({ kind: 'many', broadcastId, count: deliveries, leftOut, firstAtMs })
  }
  const send = async () => {
    const input = sendInput(draft, zone)
    const person = onlyPerson(draft.audience)
    if (!input) return
    await (person ? sendOne(input, person.name) : sendMany(input))
  }
  const error: AppError | undefined = one.error ?? many.error
  return { send, isSending: one.isRunning || many.isRunning, error }
}
