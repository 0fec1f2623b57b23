import { expect, test } from 'vitest'
import type { SendRequest } from '../../electron/provider/port.ts'
import { appendConsentEvent } from '../../electron/db/repos/consent-events.ts'
import { addDeliveries } from '../../electron/db/repos/deliveries.ts'
import { addFormVersion } from '../../electron/db/repos/form-versions.ts'
import { addGroupThread } from '../../electron/db/repos/group-threads.ts'
import { addMessage } from '../../electron/db/repos/messages.ts'
import { addStaff } from '../../electron/db/repos/staff.ts'
import { addSuppression } from '../../electron/db/repos/suppressions.ts'
import { memberKeyOf } from '../../shared/domain/group-thread.ts'
import type {
  ConsentEventId,
  DeliveryId,
  E164,
  FormVersionId,
  GroupThreadId,
  MessageId,
  StaffId,
  SuppressionId,
} from '../../shared/ids.ts'
import { HOUR_MS } from '../../shared/time.ts'
import { type Rig, withDesk } from './desk.ts'
import { ADA, BEN, LINE, queueText } from './office.ts'

const CHO = '+12065550144' as E164
const HONOLULU = '+18085550146' as E164
const MEMBERS = [ADA, BEN, CHO]

/** Queues one message to a group of three who all agreed to groups. */
async function queueGroup({ store, clock, newId }: Rig, members = MEMBERS): Promise<readonly DeliveryId[]> {
  const nowMs = clock.now()
  const [staffId, id, messageId] = [newId() as StaffId, newId() as GroupThreadId, newId() as MessageId]
  await addStaff(store.db, { id: staffId, name: 'Test', createdAtMs: nowMs })
  for (const e164 of members) {
    const consent = {
      e164,
      purpose: 'group',
      kind: 'granted',
      source: 'web',
      atMs: nowMs,
      recordedAtMs: nowMs,
    } as const
    await appendConsentEvent(store.db, { id: newId() as ConsentEventId, ...consent })
  }
  const thread = { id, lineId: LINE, memberKey: memberKeyOf(members), title: '', replacesId: null, staffId }
  await addGroupThread(
    store.db,
    { ...thread, createdAtMs: nowMs },
    members.map((e164) => ({ e164, personId: null })),
  )
  const message = { id: messageId, onceKey: null, kind: 'group', channel: 'mms', purpose: 'care' } as const
  await addMessage(store.db, {
    ...message,
    emergencyReason: null,
    broadcastId: null,
    groupThreadId: id,
    staffId,
    createdAtMs: nowMs,
  })
  const copies = members.map((e164) => ({
    id: newId() as DeliveryId,
    messageId,
    personId: null,
    e164,
    lineId: LINE,
    lane: 1 as const,
    body: 'We meet at 9.',
    segments: 1,
    state: 'queued' as const,
    notBeforeMs: nowMs,
    expiresAtMs: nowMs + 3 * HOUR_MS,
    createdAtMs: nowMs,
  }))
  await addDeliveries(store.db, copies)
  return copies.map((copy) => copy.id)
}

function recording(requests: SendRequest[]) {
  return {
    wrapProvider: (provider: Rig['provider']) => ({
      ...provider,
      send: (request: SendRequest) => {
        requests.push(request)
        return provider.send(request)
      },
    }),
  }
}

/** Copies of one instant have no order among themselves. */
function inOrder(requests: readonly SendRequest[]): readonly SendRequest[] {
  return requests.toSorted((left, right) => (left.to < right.to ? -1 : 1))
}

function whoWasTold(requests: readonly SendRequest[]): readonly Pick<SendRequest, 'to' | 'participants'>[] {
  return inOrder(requests).map(({ to, participants }) => ({ to, participants }))
}

test('each copy is one request that names the others', async () => {
  const requests: SendRequest[] = []
  await withDesk(async (rig) => {
    const ids = await queueGroup(rig)
    for (const id of ids) await rig.passUntil(id, 'delivered')
  }, recording(requests))
  expect(inOrder(requests).map(({ channel, to, participants }) => ({ channel, to, participants }))).toEqual(
    MEMBERS.map((to) => ({ channel: 'mms', to, participants: MEMBERS.filter((other) => other !== to) })),
  )
})

test('who says stop before it leaves gets nothing, and no copy names that number any more', async () => {
  const requests: SendRequest[] = []
  await withDesk(async (rig) => {
    const ids = await queueGroup(rig)
    // Only the suppression, as if the copies had not been moved yet: the claim must find it by itself.
    await addSuppression(rig.store.db, {
      id: rig.newId() as SuppressionId,
      e164: BEN,
      source: 'in_person',
      words: null,
      inboundId: null,
      staffId: null,
      atMs: rig.clock.now(),
    })
    await rig.passUntil(ids[0] as DeliveryId, 'delivered')
    await rig.passUntil(ids[2] as DeliveryId, 'delivered')
    expect(await rig.delivery(ids[1] as DeliveryId)).toMatchObject({ state: 'blocked' })
  }, recording(requests))
  expect(whoWasTold(requests)).toEqual([
    { to: ADA, participants: [CHO] },
    { to: CHO, participants: [ADA] },
  ])
})

test('who stopped offers alone stays in the group, and is named in every copy', async () => {
  const requests: SendRequest[] = []
  await withDesk(async (rig) => {
    const ids = await queueGroup(rig)
    await addSuppression(rig.store.db, {
      id: rig.newId() as SuppressionId,
      e164: BEN,
      source: 'inbound_text',
      scope: 'marketing',
      words: 'STOP',
      inboundId: null,
      staffId: null,
      atMs: rig.clock.now(),
    })
    for (const id of ids) await rig.passUntil(id, 'delivered')
  }, recording(requests))
  expect(whoWasTold(requests)).toEqual(
    MEMBERS.map((to) => ({ to, participants: MEMBERS.filter((other) => other !== to) })),
  )
})

test('who has had all the texts that a form promised at most is out of the group before anybody is told who is in it', async () => {
  const requests: SendRequest[] = []
  await withDesk(async (rig) => {
    await addFormVersion(rig.store.db, {
      id: rig.newId() as FormVersionId,
      code: 'A1',
      language: 'en',
      wording: 'care | About your visits. | At most 1 message a month.',
      wordingSha256: 'a'.repeat(64),
      sentences: { care: '', marketing: '', group: '' },
      createdAtMs: rig.clock.now(),
      sheet: null,
    })
    await rig.passUntil(await queueText(rig, BEN), 'delivered')
    requests.length = 0
    const ids = await queueGroup(rig)
    await rig.passUntil(ids[0] as DeliveryId, 'delivered')
    await rig.passUntil(ids[2] as DeliveryId, 'delivered')
    expect((await rig.delivery(ids[1] as DeliveryId)).why).toEqual({ code: 'too_often', rule: 'cap.promise' })
  }, recording(requests))
  expect(whoWasTold(requests)).toEqual([
    { to: ADA, participants: [CHO] },
    { to: CHO, participants: [ADA] },
  ])
})

test('a group waits for the hour of its last member', async () => {
  const requests: SendRequest[] = []
  await withDesk(async (rig) => {
    // 9:00 in Seattle, 7:00 in Honolulu.
    const ids = await queueGroup(rig, [ADA, BEN, HONOLULU])
    for (let turn = 0; turn < 10; turn += 1) await rig.pass(2_000)
    expect(requests).toEqual([])
    await rig.pass(HOUR_MS)
    for (const id of ids) await rig.passUntil(id, 'delivered')
  }, recording(requests))
  expect(requests).toHaveLength(3)
})
