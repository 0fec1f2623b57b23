import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DeskServices } from '../../../electron/desk/desk-services.ts'
import { HOUR_MS, type Instant, MINUTE_MS } from '../../../shared/time.ts'
import { setAlarms } from './alarms.ts'
import { type Carrier, startCarrier } from './carrier.ts'
import { type Chance, chanceOf } from './chance.ts'
import { watchFacts } from './facts.ts'
import { callJudge, type Judge, type Violation } from './judge.ts'
import { checkLedgers } from './ledgers.ts'
import { type Life, startLife } from './life.ts'
import { Died } from './mortal-database.ts'
import { ambush, ambushAnswer } from './ambush.ts'
import { watchRest } from './at-rest.ts'
import { LINE_RATES } from './people.ts'
import { happen, healOffice } from './script.ts'
import { type Sometimes, watchSometimes } from './sometimes.ts'
import { openCopy } from './template.ts'
import { checkTold, isStoreFailure, SECRET_WORDS } from './told.ts'
import { startTimeline } from './timeline.ts'

/** What came of one seed. The same seed gives the same trace, word for word. */
export interface RunOutcome {
  readonly seed: number
  readonly violations: readonly Violation[]
  /** Which of the things that must happen now and then did happen. */
  readonly sometimes: ReadonlySet<Sometimes>
  readonly trace: readonly string[]
}

/** One run under way, as the things that happen in it see it. */
export interface Run {
  readonly chance: Chance
  readonly carrier: Carrier
  readonly judge: Judge
  /** Lets the window ask the program something; nobody is there while the program is not running. */
  ask(work: (desk: DeskServices) => Promise<unknown>): void
  die(): void
  dieAfterStatements(count: number): void
  turnClock(byMs: number): void
  sleep(ms: number): void
  troubleDisk(code: 'SQLITE_FULL' | 'SQLITE_BUSY' | 'SQLITE_IOERR_WRITE'): void
  /** Something that the world does by itself after a while. */
  later(delayMs: number, work: () => void): void
  saw(what: Sometimes): void
  readonly broadcastIds: string[]
  readonly groupIds: string[]
  words(): string
  onceKey(): string
  note(what: string): void
}

const TUESDAY = Date.UTC(2026, 10, 3)
/**
 * In most runs everybody may be texted; some begin near the hour at which it ends somewhere, and some on the night before
 * the last Sunday, in the hour that comes twice in Seattle.
 */
const STARTS = {
  open: [18.6, 21],
  east_closing: [23, 24.8],
  west_closing: [27, 28],
  morning: [14.5, 16.2],
  hour_twice: [-40, -39],
} as const
const LONGEST_HEALING_MS = 2 * HOUR_MS

/** Makes one run of the whole sending desk, from a store as it is in `template`. Never throws what the program throws. */
export async function runSeed(template: Buffer, seed: number): Promise<RunOutcome> {
  const chance = chanceOf(seed)
  const start = chance.weighted({ open: 7, east_closing: 1, west_closing: 1, morning: 1, hour_twice: 0.4 })
  const [from, to] = STARTS[start]
  const dailyCap = chance.happens(0.1) ? chance.between(4, 12) : null
  const timeline = startTimeline(TUESDAY + (from + chance.share() * (to - from)) * HOUR_MS)
  const database = openCopy(template, dailyCap)
  const takeFacts = watchFacts(database)
  const isAtRest = watchRest(database)
  const trace: string[] = []
  const sometimes = watchSometimes()
  let skewMs = 0
  let clockWasWrong = false
  let isHealing = false
  let life: Life | null = null
  let keys = 0
  const officeNow = (): Instant => timeline.now() + skewMs
  const note = (what: string) => trace.push(`${timeline.now() - TUESDAY} ${what}`)

  const judge = callJudge({
    database,
    trueNow: timeline.now,
    officeNow,
    clockWasWrong: () => clockWasWrong,
    taken: () => carrier.taken,
    limits: { ...LINE_RATES, dailyCap },
  })
  const carrier = startCarrier(chance, timeline, {
    began: (request) => {
      note(`request ${request.clientRef}`)
      sometimes.began(request)
      judge.sees(request)
    },
    ended: (request, fate, outcome) => {
      note(`answer ${request.clientRef} ${fate.name} ${outcome.class}`)
      sometimes.ended(request, fate, outcome)
      judge.seesAnswer(request, outcome)
      ambushAnswer(run, request)
    },
    wrote: judge.phoneWrote,
    readInbound: () => judge.readInbound(),
  })

  const learn = () => {
    const facts = takeFacts()
    for (const fact of facts) note(JSON.stringify(fact))
    sometimes.learn(facts)
    judge.learn(facts)
    for (const fact of facts) ambush(run, fact)
  }

  const alarms = setAlarms(timeline, officeNow)

  function bury(): void {
    sometimes.died(judge.deliveries)
    life?.store.kill()
    life = null
    if (database.inTransaction) database.exec('ROLLBACK')
    learn()
    note('dead')
    timeline.after(chance.between(1_000, 8 * MINUTE_MS), () => void begin())
  }

  let starting = false
  async function begin(): Promise<void> {
    if (life !== null || starting) return
    starting = true
    note('start')
    const around = {
      database,
      clock: { now: officeNow },
      steadyMs: timeline.now,
      chance,
      provider: carrier.provider,
      setAlarm: alarms.set,
    }
    let isDead = false
    try {
      const born = await startLife({
        ...around,
        written: learn,
        died: () => {
          isDead = true
          queueMicrotask(bury)
        },
        told: (news) => checkTold(judge, news),
      })
      if (isDead) return
      life = born
      judge.started()
    } catch (cause) {
      if (!(cause instanceof Died)) judge.accuse('defect', String(cause))
    } finally {
      starting = false
    }
  }

  const run: Run = {
    chance,
    carrier,
    judge,
    broadcastIds: [],
    groupIds: [],
    later: (delayMs, work) => void timeline.after(delayMs, work),
    saw: (what) => sometimes.saw(what),
    note,
    words: () => SECRET_WORDS,
    onceKey: () => `simulated-press-${(keys += 1)}`,
    ask: (work) => {
      const desk = life?.services
      if (desk === undefined) return
      work(desk).catch((cause: unknown) => {
        if (cause instanceof Died || isStoreFailure(cause)) return
        judge.accuse('defect', cause instanceof Error ? (cause.stack ?? cause.message) : String(cause))
      })
    },
    die: () => {
      if (life !== null) bury()
    },
    dieAfterStatements: (count) => (isHealing ? undefined : life?.store.killAtStatement(count)),
    turnClock: (byMs) => {
      skewMs += byMs
      clockWasWrong ||= skewMs !== 0
      alarms.shake(() => chance.between(0, MINUTE_MS))
    },
    sleep: (ms) => timeline.skip(ms),
    troubleDisk: (code) => {
      const here = life
      here?.store.failWrites(code)
      timeline.after(chance.between(1_000, 3 * MINUTE_MS), () => here?.store.failWrites(null))
    },
  }

  /** Lets the program do all that it can do without time going by. */
  async function quiet(): Promise<void> {
    for (let idle = 0; idle < 2;) {
      const before = life?.store.statements() ?? 0
      await nextTurn()
      idle = (life?.store.statements() ?? 0) === before && !starting ? idle + 1 : 0
    }
  }

  async function until(atMs: Instant): Promise<void> {
    await quiet()
    while (timeline.advance(atMs)) await quiet()
  }

  await begin()
  for (let left = chance.between(15, 45); left > 0; left -= 1) {
    await until(timeline.now() + chance.between(100, 4 * MINUTE_MS) * (chance.happens(0.3) ? 0.01 : 1))
    happen(run)
    if (start === 'hour_twice' && left === 8) sleepTillMorning()
  }
  await heal()
  learn()
  if (dailyCap !== null && carrier.taken.length >= 0.9 * dailyCap) run.saw('the day of the line used up')
  judge.closes(carrier.taken)
  await checkLedgers(judge, database)
  database.close()
  return { seed, violations: judge.violations, sometimes: sometimes.seen, trace }

  function sleepTillMorning(): void {
    if ([...judge.deliveries.values()].some(({ state }) => state === 'queued'))
      run.saw('waited through an hour that comes twice')
    run.sleep(chance.between(4, 8) * HOUR_MS)
  }

  /** Everything works from now on, and there is time. */
  async function heal(): Promise<void> {
    note('heal')
    isHealing = true
    carrier.network = 'well'
    await until(timeline.now() + 9 * MINUTE_MS)
    life?.store.failWrites(null)
    life?.store.killAtStatement(Infinity)
    run.turnClock(-skewMs)
    await begin()
    run.ask((desk) => healOffice(run, desk))
    const deadlineMs = timeline.now() + LONGEST_HEALING_MS
    while (timeline.now() < deadlineMs && !isAtRest(deadlineMs)) await until(timeline.now() + 10 * MINUTE_MS)
  }
}
