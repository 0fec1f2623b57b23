import { attemptsOf } from '../../../electron/db/repos/attempts.ts'
import { deliveriesInStates } from '../../../electron/db/repos/deliveries.ts'
import { cancelBroadcast, pauseBroadcast, resumeBroadcast } from '../../../electron/services/steer-broadcast.ts'
import { decideInbound } from '../../../electron/services/decide-inbound.ts'
import { cancelDelivery, settleByPerson } from '../../../electron/services/delivery-story.ts'
import { pauseLine, resumeLine, trustClock } from '../../../electron/services/line-status.ts'
import { noteOptOut } from '../../../electron/services/note-opt-out.ts'
import { planBroadcast } from '../../../electron/services/plan-broadcast.ts'
import { recordInbound } from '../../../electron/services/record-inbound.ts'
import { recordStatus } from '../../../electron/services/record-status.ts'
import { sendMessage } from '../../../electron/services/send-message.ts'
import { OPT_OUT_CORPUS } from './texts.ts'
import type { DeskServices } from '../../../electron/desk/desk-services.ts'
import type { DeliveryId } from '../../../shared/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts'
import { LINE, PEOPLE } from './people.ts'
import type { Run } from './run.ts'
import { personIdOf } from './template.ts'
import { MOODS } from './wire-fates.ts'

/** How often each of the things happens that a run is made of. */
const WEIGHTS = {
  writeToOne: 12,
  writeToMany: 5,
  phoneWrites: 7,
  webhookTells: 6,
  staffNotesStop: 2,
  decide: 3,
  settle: 3,
  cancelOne: 2,
  touchBroadcast: 4,
  touchLine: 2,
  network: 7,
  die: 3,
  dieSoon: 4,
  clock: 1,
  sleep: 1.5,
  disk: 1.5,
} as const

type Happening = keyof typeof WEIGHTS

/** Draws one thing that happens, and begins it. What the window asks for goes on by itself. */
export function happen(run: Run): void {
  const what = run.chance.weighted<Happening>(WEIGHTS)
  run.note(what)
  HAPPENINGS[what](run)
}

const HAPPENINGS: Readonly<Record<Happening, (run: Run) => void>> = {
  writeToOne: (run) => run.ask((desk) => writeToOne(run, desk)),
  writeToMany: (run) => run.ask((desk) => writeToMany(run, desk)),
  phoneWrites,
  webhookTells: (run) => {
    const message = run.carrier.taken[run.chance.between(0, run.carrier.taken.length - 1)]
    if (message === undefined) return
    const event = run.carrier.statusOf(message)
    for (let times = run.chance.between(1, 3); times > 0; times -= 1) run.ask((desk) => recordStatus(desk, event))
  },
  staffNotesStop: (run) => {
    const { e164 } = run.chance.pick(PEOPLE)
    run.ask((desk) =>
      noteOptOut(desk, { e164, how: run.chance.pick(['by_phone', 'in_person', 'by_letter']), words: '' }),
    )
  },
  decide: (run) => run.ask((desk) => decideOne(run, desk)),
  settle: (run) => run.ask((desk) => settleOne(run, desk)),
  cancelOne: (run) =>
    run.ask(async (desk) => {
      const waiting = await deliveriesInStates(desk.store.db, ['queued', 'held'], 20)
      const one = waiting[run.chance.between(0, waiting.length - 1)]
      if (one) await cancelDelivery(desk, one.id)
    }),
  touchBroadcast: (run) => run.ask((desk) => touchBroadcast(run, desk)),
  touchLine: (run) => {
    const isPaused = run.chance.happens(0.3)
    run.ask(async (desk) => {
      await pauseLine(desk, isPaused)
      await resumeLine(desk)
    })
  },
  network: (run) => {
    const { chance, carrier } = run
    carrier.network = chance.happens(0.4) ? 'well' : chance.pick([...MOODS, 'away', 'away'] as const)
  },
  die: (run) => run.die(),
  dieSoon: (run) => run.dieAfterStatements(run.chance.between(1, 40)),
  clock: (run) =>
    run.turnClock(run.chance.pick([-HOUR_MS, HOUR_MS, -2 * MINUTE_MS, 3 * MINUTE_MS, DAY_MS, 365 * DAY_MS])),
  sleep: (run) => run.sleep(run.chance.between(1, 240) * MINUTE_MS),
  disk: (run) => run.troubleDisk(run.chance.pick(['SQLITE_FULL', 'SQLITE_BUSY', 'SQLITE_IOERR_WRITE'])),
}

async function writeToOne(run: Run, desk: DeskServices): Promise<void> {
  const { chance } = run
  const place = chance.between(0, PEOPLE.length - 1)
  const isEmergency = chance.happens(0.1)
  const sent = await sendMessage(desk, {
    e164: PEOPLE[place]?.e164 ?? '',
    personId: personIdOf(place),
    purpose: isEmergency ? 'emergency' : chance.happens(0.2) ? 'marketing' : 'care',
    emergencyReason: isEmergency ? 'The water is not safe' : null,
    body: run.words(),
    mediaIds: [],
    overCapReason: chance.happens(0.5) ? 'She asked for it' : null,
    whenMs: chance.happens(0.2) ? desk.clock.now() + chance.between(1, 90) * MINUTE_MS : null,
    onceKey: run.onceKey(),
  })
  if (sent.ok) run.judge.acknowledged(sent.value.deliveryId as DeliveryId)
}

async function writeToMany(run: Run, desk: DeskServices): Promise<void> {
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

/** A phone writes; the provider may tell it by webhook, by its book, or by both. */
function phoneWrites(run: Run): void {
  const { e164 } = run.chance.pick(PEOPLE)
  const text = run.chance.pick(OPT_OUT_CORPUS)
  const record = run.carrier.receive(e164, text)
  if (run.chance.happens(0.5)) return
  const given = { providerUuid: record.uuid, lineId: LINE, e164, body: text, sentAtMs: record.receivedAtMs }
  run.ask((desk) => recordInbound(desk, given))
}

async function decideOne(run: Run, desk: DeskServices): Promise<void> {
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

async function settleOne(run: Run, desk: DeskServices): Promise<void> {
  const [doubtful] = await deliveriesInStates(desk.store.db, ['needs_person', 'in_doubt'], 1)
  if (doubtful === undefined) return
  const decision = run.chance.pick(['arrived', 'leave', 'send_again'] as const)
  const before = (await attemptsOf(desk.store.db, doubtful.id)).length
  if (before > 0) await settleByPerson(desk, { id: doubtful.id, decision })
}

async function touchBroadcast(run: Run, desk: DeskServices): Promise<void> {
  const id = run.broadcastIds[run.chance.between(0, run.broadcastIds.length - 1)]
  if (id === undefined) return
  const what = run.chance.pick(['pause', 'resume', 'resume', 'cancel'] as const)
  const steer = { pause: pauseBroadcast, resume: resumeBroadcast, cancel: cancelBroadcast }[what]
  await steer(desk, id)
}

/** What heals everything at the end of a run, so that what can leave must leave. */
export async function healOffice(run: Run, desk: DeskServices): Promise<void> {
  for (const id of run.broadcastIds) await resumeBroadcast(desk, id)
  await pauseLine(desk, false)
  await resumeLine(desk)
  await trustClock(desk)
}
