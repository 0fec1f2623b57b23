import type { InputOf, OutputOf } from '../../../../shared/ipc/contract.ts'

type ReceiverState = OutputOf<'receiver.get'>

/** What stands in the fields of the receiver. The secret that is kept is never among it: its field begins empty. */
export interface ReceiverDraft {
  readonly host: string
  readonly port: string
  readonly secret: string
}

const LOWEST_PORT = 1024
const HIGHEST_PORT = 65_535

/** The fields as they begin. */
export function firstReceiverDraft({ host, port }: ReceiverState): ReceiverDraft {
  return { host, port: String(port), secret: '' }
}

/** The draft as the core takes it; undefined while the port is none. An empty secret leaves the one that is kept. */
export function receiverInput(draft: ReceiverDraft, isOn: boolean): InputOf<'receiver.save'> | undefined {
  const typed = draft.port.trim()
  const port = /^\d{1,5}$/.test(typed) ? Number(typed) : NaN
  if (!(port >= LOWEST_PORT && port <= HIGHEST_PORT)) return undefined
  return { isOn, host: draft.host, port, signatureSecret: draft.secret.trim() || null }
}

/** Where the receiver is reached from this computer or its network. */
export function receiverUrl({ host, port }: Pick<ReceiverState, 'host' | 'port'>): string {
  return `http://${host}:${port}`
}
