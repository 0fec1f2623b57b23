import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DeskServices } from '../../../electron/desk/desk-services.ts'
import { HOUR_MS, type Instant, MINUTE_MS } from '../../../shared/time.ts'
import { type Carrier, startCarrier } from './carrier.ts'
import { type Chance, chanceOf } from './chance.ts'
import { watchFacts } from './facts.ts'
import { callJudge, type Judge, type Violation } from './judge.ts'
import { type Life, startLife } from './life.ts'
import { Died } from './mortal-database.ts'
import { ambush, ambushAnswer } from './ambush.ts'
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
  readonly broadcastIds: string[]
  words(): string
  onceKey(): string
  note(what: string): void
}

const TUESDAY = Date.UTC(2026, 10, 24)
/** In most runs everybody may be texted; some begin near the hour at which it ends somewhere. */
const STARTS = { open: [18.6, 21], east_closing: [23, 24.8], west_closing: [27, 28], morning: [14.5, 16.2] } as const
const RATE_PER_MIN = 60
const LONGEST_HEALING_MS = 2 * HOUR_MS

/** Makes one run of the whole sending desk, from a store as it is in `template`. Never throws what the program throws. */
export async function runSeed(template: Buffer, seed: number): Promise<RunOutcome> {
  const chance = chanceOf(seed)
  const [from, to] = STARTS[chance.weighted({ open: 7, east_closing: 1, west_closing: 1, morning: 1 })]
  const timeline = startTimeline(TUESDAY + (from + chance.share() * (to - from)) * HOUR_MS)
  const database = openCopy(template)
  const takeFacts = watchFacts(database)
  const trace: string[] = []
  const sometimes = watchSometimes()
  let skewMs = 0
  let clockWasWrong = false
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
    ratePerMin: RATE_PER_MIN,
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
      ambushAnswer(run, request)
    },
    readInbound: () => judge.readInbound(),
  })

  const learn = () => {
    const facts = takeFacts()
    for (const fact of facts) note(JSON.stringify(fact))
    sometimes.learn(facts)
    judge.learn(facts)
    for (const fact of facts) ambush(run, fact)
  }

  const alarms = new Set<{ again: (delayMs: number) => void }>()
  const setAlarm = (atMs: Instant, ring: () => void) => {
    let silence: () => void = () => undefined
    const alarm = {
      again: (delayMs: number) => {
        silence()
        silence = timeline.after(delayMs, () => {
          alarms.delete(alarm)
          ring()
        })
      },
    }
    alarms.add(alarm)
    alarm.again(atMs - officeNow())
    return () => {
      alarms.delete(alarm)
      silence()
    }
  }

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
      setAlarm,
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
    dieAfterStatements: (count) => life?.store.killAtStatement(count),
    turnClock: (byMs) => {
      skewMs += byMs
      clockWasWrong ||= skewMs !== 0
      for (const alarm of alarms) alarm.again(chance.between(0, MINUTE_MS))
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
  }
  await heal()
  learn()
  judge.closes(carrier.taken)
  database.close()
  return { seed, violations: judge.violations, sometimes: sometimes.seen, trace }

  /** Everything works from now on, and there is time. */
  async function heal(): Promise<void> {
    note('heal')
    carrier.network = 'well'
    await until(timeline.now() + 9 * MINUTE_MS)
    life?.store.failWrites(null)
    life?.store.killAtStatement(Infinity)
    run.turnClock(-skewMs)
    await begin()
    run.ask((desk) => healOffice(run, desk))
    const deadlineMs = timeline.now() + LONGEST_HEALING_MS
    while (timeline.now() < deadlineMs && !isAtRest(judge)) await until(timeline.now() + 10 * MINUTE_MS)
  }
}

const ON_ITS_WAY: ReadonlySet<string> = new Set(['queued', 'held', 'sending', 'accepted', 'submitted', 'in_doubt'])

function isAtRest(judge: Judge): boolean {
  return [...judge.deliveries.values()].every(({ state }) => !ON_ITS_WAY.has(state))
}
