import type { Area, OutputOf } from '../../shared/ipc/contract.ts'
import type { Instant } from '../../shared/time.ts'
import { lastStarted } from '../db/repos/attempts.ts'
import { clearNetworkWaits } from '../db/repos/deliveries.ts'
import { getLine, type Line, setLinePause } from '../db/repos/lines.ts'
import { readSetting, writeSetting } from '../db/repos/settings.ts'
import { nextDueAt, nextExpiryAt } from '../db/repos/waiting-deliveries.ts'
import type { RecordsError } from '../provider/port.ts'
import { randomShare } from '../random-share.ts'
import type { SendingDeskOptions } from './desk-options.ts'
import { expireOverdue } from './expire.ts'
import { syncInbound } from './inbound-sync.ts'
import { afterFailedReading, afterReading, afterSending, type LineState, lookNow, startingLine } from './line-state.ts'
import { tellQueueStatus } from './queue-status.ts'
import { reconcileDoubts } from './reconciler.ts'
import { recoverInterrupted } from './recover.ts'
import { sendNext } from './sender.ts'
import { syncStatuses } from './status-sync.ts'
import { nextStep, type Step } from './step.ts'
import { type Timing, timingOf } from './timing.ts'

const PAUSED_KEY = 'queue.is_paused_by_person'
/** After trouble with the store, before the next try. */
const TROUBLE_WAIT_MS = 5_000

/**
 * The sender without its loop: whoever holds it calls `turn()` again and again. Clock, chance, store and provider come from
 * outside and nothing else does, so a simulator runs the very code that ships. To be killed it needs no help: drop it at
 * any await, and `openEngine` over the same store begins again. What to do next is decided in `step.ts`.
 */
export class SendingEngine {
  readonly #options: SendingDeskOptions
  readonly #timing: Timing
  readonly #random: () => number
  #state: LineState
  #isPausedByPerson = false
  #mayBeInterrupted = true

  /** Use `openEngine`. */
  constructor(options: SendingDeskOptions, timing: Timing, state: LineState) {
    this.#options = options
    this.#timing = timing
    this.#random = randomShare(options.random)
    this.#state = state
  }

  /** Puts in doubt what was interrupted, and remembers whether a person had paused the queue. Before any turn. */
  async begin(): Promise<void> {
    const { store, clock } = this.#options
    this.#isPausedByPerson = (await readSetting(store.db, PAUSED_KEY)) === true
    await recoverInterrupted(store, clock.now())
    this.#mayBeInterrupted = false
  }

  /** Takes one step. Returns until when there is nothing to do, or null to go on at once. Does not throw. */
  async turn(): Promise<Instant | null> {
    const { store, clock, onTrouble } = this.#options
    try {
      if (this.#mayBeInterrupted) await recoverInterrupted(store, clock.now())
      this.#mayBeInterrupted = false
      const line = await this.#line()
      const step = await this.#nextStep(line)
      if (step.do === 'wait') return step.untilMs
      await this.#take(step.do, line)
      return null
    } catch (cause) {
      // What was being sent may have left: it is put in doubt before the next step.
      this.#mayBeInterrupted = true
      onTrouble(cause)
      return clock.now() + TROUBLE_WAIT_MS
    }
  }

  /** While the network is away, tries it at the next turn and not only when the time has come. */
  lookNow(): void {
    if (this.#state.connection !== 'online') this.#state = lookNow(this.#state)
  }

  async pause(isPaused: boolean): Promise<void> {
    this.#isPausedByPerson = isPaused
    await writeSetting(this.#options.store.db, PAUSED_KEY, isPaused)
    await this.#tell(['queue'])
  }

  async resume(): Promise<void> {
    await setLinePause(this.#options.store.db, this.#options.lineId, null)
    this.#state = lookNow(this.#state)
    await this.#tell(['queue'])
  }

  async status(): Promise<OutputOf<'queue.status'>> {
    const { store, clock, carrier } = this.#options
    return tellQueueStatus(store.db, {
      carrier,
      line: await this.#line(),
      state: this.#state,
      isPausedByPerson: this.#isPausedByPerson,
      nowMs: clock.now(),
    })
  }

  async #line(): Promise<Line> {
    const line = await getLine(this.#options.store.db, this.#options.lineId)
    if (line === null) throw new Error(`The desk has no line ${this.#options.lineId}`)
    return line
  }

  async #nextStep(line: Line): Promise<Step> {
    const { store, clock, lineId } = this.#options
    return nextStep({
      ...this.#state,
      nowMs: clock.now(),
      isOnline: this.#state.connection === 'online',
      isPausedByPerson: this.#isPausedByPerson,
      isLinePaused: line.pause !== null,
      nextDueAtMs: await nextDueAt(store.db, lineId),
      nextExpiryAtMs: await nextExpiryAt(store.db, lineId),
      ratePerMin: line.ratePerMin,
    })
  }

  async #take(what: 'sync' | 'expire' | 'claim', line: Line): Promise<void> {
    switch (what) {
      case 'sync':
        return this.#sync(line)
      case 'claim':
        return this.#send(line)
      case 'expire':
        await expireOverdue(this.#options.store, this.#options.clock.now())
        return this.#tell(['messages', 'queue'])
    }
  }

  /** Inbound first, so that a STOP counts before anything leaves; then what became of the messages. */
  async #sync(line: Line): Promise<void> {
    const { store, clock, lineId } = this.#options
    const parts = { ...this.#options, line, overlapMs: this.#timing.overlapMs }
    const readAtMs = clock.now()
    const isBack = this.#state.connection !== 'online'
    const inbound = await syncInbound(parts, readAtMs)
    if (!inbound.ok) return this.#failReading(line, inbound.error)
    const statuses = await syncStatuses(parts, readAtMs)
    if (!statuses.ok) return this.#failReading(line, statuses.error)
    const asked = await reconcileDoubts(store, this.#timing.doubt, clock.now())
    if (isBack) await clearNetworkWaits(store.db, lineId)
    this.#state = afterReading(this.#state, readAtMs, clock.now(), this.#timing)
    const hasNews = inbound.value + statuses.value + asked.length > 0
    if (hasNews) await this.#tell(['messages', 'queue', 'people'])
    else if (isBack) await this.#tell(['queue'])
  }

  async #failReading(line: Line, error: RecordsError): Promise<void> {
    const { store, clock, lineId } = this.#options
    const { connection } = this.#state
    this.#state = afterFailedReading(this.#state, error, clock.now(), this.#timing)
    const isRefused = error.code === 'account' && line.pause === null
    if (isRefused) await setLinePause(store.db, lineId, { code: 'credentials', httpStatus: error.httpStatus })
    if (isRefused || connection !== this.#state.connection) await this.#tell(['queue'])
  }

  async #send(line: Line): Promise<void> {
    const { clock, lineId } = this.#options
    const terms = { lineId, nowMs: clock.now(), inboundFreshAtMs: this.#state.inboundFreshAtMs }
    const claimed = () => this.#tell(['messages', 'queue'])
    const turn = await sendNext({ ...this.#options, random: this.#random, claimed }, line.e164, terms)
    if (turn.did === 'nothing') return
    if (turn.did === 'sent') {
      this.#state = afterSending(this.#state, turn.started, turn.consequence, clock.now(), this.#timing)
    }
    await this.#tell(['messages', 'queue'])
  }

  async #tell(areas: readonly Area[]): Promise<void> {
    this.#options.emit({ name: 'changed', value: { areas } })
    this.#options.emit({ name: 'queue.status', value: await this.status() })
  }
}

/** Puts what was interrupted in doubt and makes an engine that is ready for its first turn. Throws what the store throws. */
export async function openEngine(options: SendingDeskOptions): Promise<SendingEngine> {
  const { store, clock, lineId } = options
  const timing = timingOf(options)
  const engine = new SendingEngine(options, timing, startingLine(clock.now(), await lastStarted(store.db, lineId)))
  await engine.begin()
  return engine
}
