import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { officeHour } from '../../../tests/support/office-hours.ts'
import { chanceOf } from '../chance.ts'
import { startJudgeCarrier } from '../judge-carrier.ts'
import { inDoubt, type Violation } from './history.ts'
import { judgeEnd } from './judge-end.ts'
import { judgeLife } from './judge-life.ts'
import { type LivesParts, liveAndDie, liveToTheEnd, startCoreAtOfficeHour, startLife } from './lives.ts'
import { type KillOffice, makeKillOffice } from './office.ts'
import { readSnapshot, type Snapshot } from './snapshot.ts'
import { createWorkload } from './workload.ts'

/** What a run of kills is made of. */
export interface KillRun {
  readonly kills: number
  readonly seed: number
  readonly progress?: (line: string) => void
  /** The carrier answers within this time: the longer, the more kills fall between its taking a message and its answer. */
  readonly answerWithinMs?: number
  /** Spoils the store between a kill and the next start, to see whether the judge notices. */
  readonly spoil?: (office: KillOffice) => Promise<void>
}

const ANSWER_WITHIN_MS = 25

/** What came of it. */
export interface KillOutcome {
  readonly violations: readonly Violation[]
  readonly messages: number
  readonly deliveries: number
  readonly taken: number
  readonly sentAgain: number
  readonly stops: number
  /** Deliveries that a kill left in `sending`, over all kills and at the worst one. */
  readonly interrupted: number
  readonly interruptedMost: number
  /** Of those, the ones that are still in doubt at the end: the carrier never had them. */
  readonly leftToPerson: number
  /** Milliseconds from the start of the process to its first answer. */
  readonly restartsMs: readonly number[]
  readonly lastedMs: number
}

/** Kills the real core again and again while it works, and judges all that it did. */
export async function runKills(run: KillRun): Promise<KillOutcome> {
  const root = await mkdtemp(join(tmpdir(), 'optdesk-kills-'))
  const shiftMs = officeHour() - Date.now()
  const now = () => Date.now() + shiftMs
  const chance = chanceOf(run.seed)
  const answerDelayMs = () => chance.below(run.answerWithinMs ?? ANSWER_WITHIN_MS)
  const carrier = await startJudgeCarrier({ now, line: '12065550100', answerDelayMs })
  try {
    const dataDir = join(root, 'desks')
    await mkdir(dataDir)
    const startCore = () => startCoreAtOfficeHour(dataDir, carrier.url, shiftMs)
    const office = await makeKillOffice(dataDir, startCore, { people: 60 + Math.ceil(run.kills / 2), now })
    const workload = createWorkload({ recipients: office.recipients, carrier, chance })
    const parts = { dataDir, storePath: office.storePath, carrier, workload, chance, now, startCore }
    return await killAndJudge(run, office, parts)
  } finally {
    await carrier.close()
    await rm(root, { recursive: true, force: true })
  }
}

async function killAndJudge(run: KillRun, office: KillOffice, parts: LivesParts): Promise<KillOutcome> {
  const { history } = parts.workload
  const violations: Violation[] = []
  const restartsMs: number[] = []
  const begunAtMs = performance.now()
  let interrupted = 0
  let interruptedMost = 0
  let before: Snapshot | null = null
  let started = startLife(parts, 0)
  for (let number = 0; number <= run.kills; number += 1) {
    const isLast = number === run.kills
    const life = await (isLast ? liveToTheEnd(parts, started) : liveAndDie(parts, started, countOf(before, 'queued')))
    if (!isLast) {
      await run.spoil?.(office)
      started = startLife(parts, number + 1)
    }
    const found = readSnapshot(life.copy, office.key)
    violations.push(...judgeLife(life, found, before))
    if (life.readyAfterMs !== null) restartsMs.push(life.readyAfterMs)
    interrupted += countOf(found, 'sending')
    interruptedMost = Math.max(interruptedMost, countOf(found, 'sending'))
    before = found
    if (number % 100 === 99) run.progress?.(`${number + 1} kills, ${violations.length} broken promises`)
  }
  const end = before ?? readSnapshot(office.storePath, office.key)
  violations.push(...judgeEnd(history, end))
  return {
    violations,
    messages: history.asks.filter(({ answer }) => answer !== null).length,
    deliveries: end.deliveries.size,
    taken: history.posts.length,
    sentAgain: [...history.sentAgain.values()].reduce((sum, times) => sum + times, 0),
    stops: history.stops.length,
    interrupted,
    interruptedMost,
    leftToPerson: inDoubt(end).length,
    restartsMs,
    lastedMs: performance.now() - begunAtMs,
  }
}

function countOf(snapshot: Snapshot | null, state: 'queued' | 'sending'): number {
  return [...(snapshot?.deliveries.values() ?? [])].filter((delivery) => delivery.state === state).length
}
