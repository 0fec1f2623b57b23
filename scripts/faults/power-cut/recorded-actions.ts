import type { Desk } from '../../../electron/desk/open-desk.ts'
import type { CallContext } from '../../../electron/ipc/router.ts'
import type { MethodName, OutputOf, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { Chance } from '../chance.ts'
import type { Promised } from './promise.ts'

const CONTEXT: CallContext = { caller: 'command_line' }
const EMERGENCY = { purpose: 'emergency', emergencyReason: 'Water in the building', whenMs: null } as const

/** Gives one thing after the other that a person does at a desk; each tells what it was promised. */
export function actions(desk: Desk, chance: Chance, promise: (promised: Promised) => void): () => Promise<void> {
  async function ask<M extends MethodName>(method: M, input: ParsedInputOf<M>): Promise<OutputOf<M> | null> {
    const handler = desk.handlers[method]
    if (!handler) throw new Error(`The desk has no ${method}`)
    const answer = await handler(input, CONTEXT)
    return answer.ok ? answer.value : null
  }
  const someone = async () => {
    const found = await ask('people.search', { text: '', state: 'may_text', after: null, limit: 100 })
    return chance.oneOf(found?.people ?? [])
  }
  const onceKey = () => desk.services.newId()

  async function savePerson(): Promise<void> {
    const name = { givenName: 'Ana', familyName: `Ferrer ${chance.below(1000)}`, email: '', language: 'en' } as const
    const saved = await ask('people.save', { id: null, ...name, phone: '' })
    if (saved) promise({ kind: 'person', id: saved.personId })
  }
  async function sendMessage(): Promise<void> {
    const { id: personId, numbers } = await someone()
    const body = 'The office opens at ten today. '.repeat(1 + chance.below(6)).trim()
    const letter = { e164: numbers[0]?.e164 ?? '', personId, body, mediaIds: [], onceKey: onceKey(), ...EMERGENCY }
    const sent = await ask('messages.send', letter)
    if (sent) promise({ kind: 'message', id: sent.deliveryId })
  }
  async function planBroadcast(): Promise<void> {
    const found = await ask('people.search', { text: '', state: 'may_text', after: null, limit: 60 })
    const audience = { kind: 'people', personIds: (found?.people ?? []).map(({ id }) => id) } as const
    const plan = {
      audience,
      title: 'Closed',
      body: 'We are closed today.',
      mediaIds: [],
      onceKey: onceKey(),
      ...EMERGENCY,
    }
    const planned = await ask('broadcasts.schedule', plan)
    if (planned) promise({ kind: 'broadcast', id: planned.broadcastId, deliveries: planned.deliveries })
  }
  async function noteStop(): Promise<void> {
    const e164 = (await someone()).numbers[0]?.e164 ?? ''
    const noted = await ask('people.optOut', { e164, how: 'in_person', words: 'No more' })
    if (noted) promise({ kind: 'stop', e164 })
  }
  async function keepOriginal(): Promise<void> {
    const kept = await desk.services.blobs.put(desk.services.random(2_000 + chance.below(60_000)))
    if (kept.ok) promise({ kind: 'original', sha256: kept.value.sha256 })
  }

  return async () => {
    const what = chance.below(100)
    if (what < 45) return sendMessage()
    if (what < 75) return savePerson()
    if (what < 94) return keepOriginal()
    if (what < 97) return planBroadcast()
    return noteStop()
  }
}
