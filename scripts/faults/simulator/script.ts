import type { DeskServices } from '../../../electron/desk/desk-services.ts'
import { pauseLine, resumeLine, trustClock } from '../../../electron/services/line-status.ts'
import { noteOptOut } from '../../../electron/services/note-opt-out.ts'
import { recordInbound } from '../../../electron/services/record-inbound.ts'
import { recordStatus } from '../../../electron/services/record-status.ts'
import { takeUpPlans } from '../../../electron/services/finish-plan.ts'
import { resumeBroadcast, takeUpCancellations } from '../../../electron/services/steer-broadcast.ts'
import type { E164 } from '../../../shared/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts'
import {
  cancelOne,
  decideOne,
  settleOne,
  touchBroadcast,
  writeToGroup,
  writeToMany,
  writeToOne,
} from './at-the-window.ts'
import { LINE, PEOPLE } from './people.ts'
import type { Run } from './run.ts'
import { OPT_OUT_CORPUS } from './texts.ts'
import { MOODS } from './wire-fates.ts'

/** How often each of the things happens that a run is made of. */
const WEIGHTS = {
  writeToOne: 12,
  writeToMany: 5,
  writeToGroup: 3,
  phoneWrites: 7,
  webhookTells: 6,
  staffNotesStop: 2,
  decide: 3,
  settle: 3,
  cancelOne: 2,
  touchBroadcast: 5,
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

const atTheWindow = (work: (run: Run, desk: DeskServices) => Promise<void>) => (run: Run) =>
  run.ask((desk) => work(run, desk))

const HAPPENINGS: Readonly<Record<Happening, (run: Run) => void>> = {
  writeToOne: atTheWindow(writeToOne),
  writeToMany: atTheWindow(writeToMany),
  writeToGroup: atTheWindow(writeToGroup),
  decide: atTheWindow(decideOne),
  settle: atTheWindow(settleOne),
  cancelOne: atTheWindow(cancelOne),
  touchBroadcast: atTheWindow(touchBroadcast),
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

/** A phone writes, and sometimes changes its mind within a minute; the office often answers who wrote. */
function phoneWrites(run: Run): void {
  const { chance } = run
  const place = chance.between(0, PEOPLE.length - 1)
  const e164 = PEOPLE[place]?.e164 ?? PEOPLE[0].e164
  const isWavering = chance.happens(0.4)
  writeFrom(run, e164, isWavering ? chance.pick(['STOP', 'START']) : chance.pick(OPT_OUT_CORPUS))
  if (isWavering) {
    const word = chance.pick(['STOP', 'START'] as const)
    run.later(chance.between(1, 60) * 1_000, () => writeFrom(run, e164, word))
  }
  if (!chance.happens(0.5)) return
  run.later(chance.between(1, 10) * MINUTE_MS, () => run.ask((desk) => writeToOne(run, desk, place)))
}

/**
 * The provider may tell of a text by webhook, by its book, or by both; the book may show it after the next one, and a webhook
 * may come once more, minutes after the phone wrote something else.
 */
function writeFrom(run: Run, e164: E164, text: string): void {
  const { chance } = run
  const record = run.carrier.receive(e164, text)
  if (chance.happens(0.4)) return
  const given = { providerUuid: record.uuid, lineId: LINE, e164, body: text, sentAtMs: record.receivedAtMs }
  const tell = () => run.ask((desk) => recordInbound(desk, given))
  tell()
  if (chance.happens(0.2)) run.later(chance.between(1, 10) * MINUTE_MS, tell)
}

/** What heals everything at the end of a run, so that what can leave must leave. */
export async function healOffice(run: Run, desk: DeskServices): Promise<void> {
  // As whenever a desk is opened.
  await takeUpPlans(desk)
  await takeUpCancellations(desk)
  for (const id of run.broadcastIds) await resumeBroadcast(desk, id)
  await pauseLine(desk, false)
  await resumeLine(desk)
  await trustClock(desk)
}
