import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type CoreProcess, startCoreProcess } from '../../../tests/support/core-process.ts'
import type { Chance } from '../chance.ts'
import type { JudgeCarrier } from '../judge-carrier.ts'
import { idOf, type Life } from './history.ts'
import { copyStore } from './snapshot.ts'
import { idsIn, type Workload } from './workload.ts'

/** Where the lives of one core are spent. */
export interface LivesParts {
  readonly dataDir: string
  readonly storePath: string
  readonly carrier: JudgeCarrier
  readonly workload: Workload
  readonly chance: Chance
  /** The core's own clock. */
  readonly now: () => number
  readonly startCore: () => CoreProcess
}

/** A life that is over, and a copy of the disk as it left it. */
export interface EndedLife extends Life {
  readonly copy: string
}

const TYPICAL_START_MS = 450
const LONGEST_LIFE_MS = 250
/** For a request that does not come, because nothing waits or the machine is slow. */
const LONGEST_WAIT_MS = 1_000
/** In the end look-ups, receipts and the last copies must come to rest within this time. */
const LONGEST_END_MS = 90_000
const LOOK_AGAIN_MS = 100

/** Starts a core whose clock stands at an office hour of its people, as `npm run core` does otherwise. */
export function startCoreAtOfficeHour(dataDir: string, url: string, shiftMs: number): CoreProcess {
  const shift = `const now = Date.now; Date.now = () => now() + ${shiftMs}`
  const module = `data:text/javascript;base64,${Buffer.from(shift).toString('base64')}`
  const env = { NODE_OPTIONS: `--import=${module}`, NODE_COMPILE_CACHE: join(dataDir, '..', 'compiled') }
  return startCoreProcess(dataDir, { args: ['--provider-url', url], env })
}

/** A core that was just started: what the judge does meanwhile costs the kill nothing. */
export interface StartedLife {
  readonly number: number
  readonly core: CoreProcess
  readonly startedAtMs: number
  readonly firstPost: number
  /** Its first answer, and after how many milliseconds it came; null when it died before. */
  readonly ready: Promise<{ readonly afterMs: number; readonly deskState: string } | null>
}

/** Starts a core. */
export function startLife({ carrier, now, startCore }: LivesParts, number: number): StartedLife {
  const startedAtMs = now()
  carrier.startLife(number)
  const core = startCore()
  const ready = core.call('setup.state').then(
    (answer) => ({ afterMs: now() - startedAtMs, deskState: answer.ok ? stateIn(answer.value) : answer.error.code }),
    () => null,
  )
  return { number, core, startedAtMs, firstPost: carrier.posts.length, ready }
}

function stateIn(value: unknown): string {
  return (value as { readonly state: string }).state
}

/** Lets a core live for a while and kills it at a moment that chance chooses: sometimes while it still starts. */
export async function liveAndDie(parts: LivesParts, life: StartedLife, waiting: number): Promise<EndedLife> {
  const { workload, chance } = parts
  if (chance.happens(0.15)) await wait(chance.below(TYPICAL_START_MS))
  else {
    await life.ready
    workload.work(life.core, life.number, waiting)
    workload.maybeStopByText(life.number)
    await killMoment(parts)
  }
  await life.core.kill()
  return endOf(parts, life)
}

/** Just after some request was taken, before or about when it is answered; or at any moment. */
async function killMoment({ chance, carrier }: LivesParts): Promise<void> {
  const latest = wait(chance.below(LONGEST_LIFE_MS))
  if (chance.happens(0.4)) return latest
  const count = 1 + chance.below(6)
  const taken = async () => {
    for (let n = 0; n < count; n += 1) await carrier.nextTaken()
    await wait(chance.below(20))
  }
  await Promise.race([taken(), wait(LONGEST_WAIT_MS)])
}

/** Lets a core come to rest and end well. Resolves also when it does not come to rest: the disk then shows it. */
export async function liveToTheEnd(parts: LivesParts, life: StartedLife): Promise<EndedLife> {
  const { carrier, workload, now } = parts
  const { core, startedAtMs } = life
  await life.ready
  await workload.finish(core, life.number)
  while (now() - startedAtMs < LONGEST_END_MS && !(await isAtRest(core, carrier))) await wait(LOOK_AGAIN_MS)
  await core.end()
  return endOf(parts, life)
}

/** Nothing waits any more, and no delivery that the carrier has is still in doubt. */
async function isAtRest(core: CoreProcess, carrier: JudgeCarrier): Promise<boolean> {
  const status = await core.call('queue.status')
  if (!status.ok) return false
  const { ready, later, sending } = status.value as Readonly<Record<string, number>>
  if (ready !== 0 || later !== 0 || sending !== 0) return false
  const doubts = await core.call('queue.list', { states: ['in_doubt', 'needs_person'], limit: 200 })
  const taken = new Set(carrier.posts.map(({ clientRef }) => idOf(clientRef)))
  return doubts.ok && idsIn(doubts.value).every((id) => !taken.has(id))
}

async function endOf({ dataDir, storePath, carrier }: LivesParts, life: StartedLife): Promise<EndedLife> {
  const { number, startedAtMs, firstPost } = life
  await carrier.quiet()
  const ready = await life.ready
  const copy = await copyStore(storePath, join(dataDir, '..', `found-${number % 2}`))
  const said = { readyAfterMs: ready?.afterMs ?? null, deskState: ready?.deskState ?? null }
  return { number, startedAtMs, ...said, posts: carrier.posts.slice(firstPost), copy }
}
