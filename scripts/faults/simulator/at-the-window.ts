import { attemptsOf } from '../../../electron/db/repos/attempts.ts'
import { deliveriesInStates } from '../../../electron/db/repos/deliveries.ts'
import type { DeskServices } from '../../../electron/desk/desk-services.ts'
import { decideInbound } from '../../../electron/services/decide-inbound.ts'
import { cancelDelivery, settleByPerson } from '../../../electron/services/delivery-story.ts'
import { planBroadcast } from '../../../electron/services/plan-broadcast.ts'
import { sendGroup, startGroup } from '../../../electron/services/send-group.ts'
import { sendMessage } from '../../../electron/services/send-message.ts'
import { cancelBroadcast, pauseBroadcast, resumeBroadcast } from '../../../electron/services/steer-broadcast.ts'
import type { DeliveryId } from '../../../shared/ids.ts'
import { MINUTE_MS } from '../../../shared/time.ts'
import { PEOPLE } from './people.ts'
import type { Run } from './run.ts'
import { personIdOf } from './template.ts'

// What people at the window do. An impatient one presses twice.

export async function writeToOne(run: Run, desk: DeskServices, to?: number): Promise<void> {
  const { chance } = run
  const place = to ?? chance.between(0, PEOPLE.length - 1)
  const isEmergency = chance.happens(0.1)
  const onceKey = run.onceKey()
  const letter: Parameters<typeof sendMessage>[1] = {
    e164: PEOPLE[place]?.e164 ?? '',
    personId: personIdOf(place),
    purpose: isEmergency ? 'emergency' : chance.happens(0.2) ? 'marketing' : 'care',
    emergencyReason: isEmergency ? 'The water is not safe' : null,
    body: run.words(),
    mediaIds: [],
    overCapReason: chance.happens(0.5) ? 'She asked for it' : null,
    whenMs: chance.happens(0.2) ? desk.clock.now() + chance.between(1, 90) * MINUTE_MS : null,
    onceKey,
  }
  const press = async () => {
    const sent = await sendMessage(desk, letter)
    if (sent.ok) run.judge.acknowledged(onceKey, sent.value.deliveryId as DeliveryId)
  }
  await Promise.all(Array.from({ length: chance.happens(0.2) ? 2 : 1 }, press))
}

export async function writeToMany(run: Run, desk: DeskServices): Promise<void> {
  const { chance } = run
  const personIds = PEOPLE.flatMap((_, place) => (chance.happens(0.7) ? [personIdOf(place)] : []))
  const planned = await planBroadcast(desk, {
    audience: { kind: 'people', personIds },
    purpose: chance.happens(0.3) ? 'marketing' : 'care',
    emergencyReason: null,
    body: run.words(),
    mediaIds: [],
    whenMs: null,
    title: 'Simulated',
    onceKey: run.onceKey(),
  })
  if (planned.ok) run.broadcastIds.push(planned.value.broadcastId)
}

/** Begins a group, or writes to one that is there. */
export async function writeToGroup(run: Run, desk: DeskServices): Promise<void> {
  const { chance } = run
  const words = { body: run.words(), onceKey: run.onceKey() }
  const groupThreadId = run.groupIds[chance.between(0, run.groupIds.length)]
  const members = PEOPLE.flatMap(({ e164 }, place) =>
    chance.happens(0.8) ? [{ e164, personId: personIdOf(place) }] : [],
  )
  const sent =
    groupThreadId === undefined
      ? await startGroup(desk, { ...words, members, title: 'Simulated' })
      : await sendGroup(desk, { ...words, groupThreadId })
  if (sent.ok) run.groupIds.push(sent.value.groupThreadId)
}

export async function decideOne(run: Run, desk: DeskServices): Promise<void> {
  const undecided = await desk.store.db
    .selectFrom('inbound_message')
    .select('id')
    .where('meaning', '=', 'maybe_stop')
    .where('decision', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (undecided === undefined) return
  await decideInbound(desk, { inboundId: undecided.id, decision: run.chance.pick(['stop', 'not_stop']) })
}

export async function settleOne(run: Run, desk: DeskServices): Promise<void> {
  const [doubtful] = await deliveriesInStates(desk.store.db, ['needs_person', 'in_doubt'], 1)
  if (doubtful === undefined) return
  const decision = run.chance.pick(['arrived', 'leave', 'send_again'] as const)
  const before = (await attemptsOf(desk.store.db, doubtful.id)).length
  if (before > 0) await settleByPerson(desk, { id: doubtful.id, decision })
}

/** Takes back one that waits, or is just leaving: then it is too late, and the window says so. */
export async function cancelOne(run: Run, desk: DeskServices): Promise<void> {
  const leaving = await deliveriesInStates(desk.store.db, ['sending'], 1)
  const waiting = await deliveriesInStates(desk.store.db, ['queued', 'held'], 20)
  const one = leaving[0] ?? waiting[run.chance.between(0, waiting.length - 1)]
  if (one === undefined) return
  const taken = await cancelDelivery(desk, one.id)
  if (!taken.ok && taken.error.code === 'delivery_not_waiting') run.saw('cancelled while in flight')
}

export async function touchBroadcast(run: Run, desk: DeskServices): Promise<void> {
  const id = run.broadcastIds[run.chance.between(0, run.broadcastIds.length - 1)]
  if (id === undefined) return
  const what = run.chance.pick(['pause', 'resume', 'resume', 'cancel'] as const)
  const steer = { pause: pauseBroadcast, resume: resumeBroadcast, cancel: cancelBroadcast }[what]
  await steer(desk, id)
}
