import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { getDelivery } from '../../electron/db/repos/deliveries.ts'
import type { DeliveryId } from '../../shared/ids.ts'
import type { CoreEvent } from '../../shared/ipc/contract.ts'
import { inTempFolder, openTestStore, type TestStore } from '../support/store.ts'
import { startWireCarrier, type WireCarrier } from '../support/wire-carrier.ts'
import { ADA, addOffice, queueText } from './office.ts'

const CHILD = fileURLToPath(new URL('kill-child.ts', import.meta.url))
const MESSAGES = 12

/** At which moment the process dies; the carrier holds the message by then in each of them. */
const KILLS = [
  'before the answer',
  'with the answer',
  'before the answer',
  'with the answer',
  'before the answer',
] as const

test(
  'killed at any moment around a request, each message reaches the carrier exactly once',
  () =>
    inTempFolder(async (dir) => {
      const carrier = await startWireCarrier()
      const { ids, key } = await queueMessages(dir)
      for (const moment of KILLS) await runAndKill(dir, key, carrier, moment)

      carrier.behave('accept')
      await runUntilDone(dir, key, carrier)
      await carrier.close()
      const taken = carrier.accepted.map((message) => message.clientRef.split('.')[0])
      expect(taken).toHaveLength(MESSAGES)
      expect(new Set(taken)).toEqual(new Set<string | undefined>(ids))
      for (const state of await endStates(dir, ids)) expect(['accepted', 'submitted']).toContain(state)
    }),
  60_000,
)

async function queueMessages(dir: string): Promise<{ readonly ids: readonly DeliveryId[]; readonly key: string }> {
  const store = await openTestStore(dir)
  store.clock.set(Date.now())
  const maker = makerOf(store)
  await addOffice(maker, 60_000)
  const ids = []
  for (let n = 0; n < MESSAGES; n += 1) ids.push(await queueText(maker, ADA, { purpose: 'emergency' }))
  await store.close()
  return { ids, key: Buffer.from(store.key).toString('hex') }
}

function makerOf(store: TestStore) {
  return { store, clock: store.clock, newId: store.newId }
}

async function runAndKill(
  dir: string,
  key: string,
  carrier: WireCarrier,
  moment: (typeof KILLS)[number],
): Promise<void> {
  carrier.behave(moment === 'before the answer' ? 'hold' : 'accept')
  const child = startChild(dir, key, carrier)
  await carrier.nextPost()
  child.kill('SIGKILL')
  await once(child, 'exit')
  carrier.release()
}

async function runUntilDone(dir: string, key: string, carrier: WireCarrier): Promise<void> {
  const child = startChild(dir, key, carrier)
  for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
    const event = JSON.parse(line) as CoreEvent
    if (event.name !== 'queue.status') continue
    const { ready, later, sending, inDoubt, needsPerson } = event.value
    if (ready + later + sending + inDoubt + needsPerson === 0) break
  }
  child.stdin?.end()
  await once(child, 'exit')
}

function startChild(dir: string, key: string, carrier: WireCarrier): ChildProcess {
  return spawn(process.execPath, [CHILD, dir, key, carrier.url], { stdio: ['pipe', 'pipe', 'inherit'] })
}

async function endStates(dir: string, ids: readonly DeliveryId[]): Promise<readonly (string | undefined)[]> {
  const store = await openTestStore(dir)
  try {
    return await Promise.all(ids.map(async (id) => (await getDelivery(store.db, id))?.state))
  } finally {
    await store.close()
  }
}
