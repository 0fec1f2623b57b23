import type { Area, OutputOf } from '../../shared/ipc/contract.ts'
import type { Instant } from '../../shared/time.ts'
import { type Line, listLines, resumeAllLines } from '../db/repos/lines.ts'
import { readSetting, writeSetting } from '../db/repos/settings.ts'
import { afterHearing, lookNow } from './connection.ts'
import type { SendingDeskOptions } from './desk-options.ts'
import { expireOverdue } from './expire.ts'
import { judgeFirstFew } from './first-few.ts'
import { readInboundAnew } from './inbound-sync.ts'
import { lookAtDesk } from './look-at-desk.ts'
import { type DeskParts, openDeskParts } from './memory.ts'
import { momentNow } from './moment.ts'
import { tellQueueStatus } from './queue-status.ts'
import { readBook } from './read-book.ts'
import { recoverInterrupted } from './recover.ts'
import { sendBatch } from './send-batch.ts'
import { nextStep, type Step } from './step.ts'
import { takeAnswers } from './take-answers.ts'

const PAUSED_KEY = 'queue.is_paused_by_person'
/** After trouble with the store, before the next try. */
const TROUBLE_WAIT_MS = 5_000

/**
 * The sender without its loop: whoever holds it calls `turn()` again and again. Clock, chance, store and provider come from
 * outside and nothing else does, so a simulator runs the very code that ships. To be killed it needs no help: drop it at
 * any await, and `openEngine` over the same store begins again. What to do next is decided in `step.ts`.
 */
export class SendingEngine {
  readonly #parts: DeskParts

  /** Use `openEngine`. */
  constructor(parts: DeskParts) {
    this.#parts = parts
  }

  /** Puts in doubt what was interrupted, and remembers what a person had said. Before any turn. */
  async begin(): Promise<void> {
    const { store, clock, memory } = this.#parts
    memory.isPausedByPerson = (await readSetting(store.db, PAUSED_KEY)) === true
    await memory.clock.begin(store.db)
    await memory.bookClock.begin(store.db)
    await recoverInterrupted(store, clock.now())
    memory.mayHaveOrphans = false
  }

  /**
   * Takes one step. Returns until when there is nothing to do, or null to go on at once; an answer that comes before then is
   * told to `onAnswer`. Does not throw. One turn at a time.
   */
  async turn(): Promise<Instant | null> {
    const { store, clock, memory, onTrouble } = this.#parts
    try {
      await this.#recoverAfterTrouble()
      if (await memory.clock.look(store.db, clock.now())) this.#note(['queue'])
      const lines = await listLines(store.db)
      const step = nextStep(await lookAtDesk(this.#parts, lines))
      if (step.do === 'wait') return step.untilMs
      await this.#take(step, lines)
      return null
    } catch (cause) {
      memory.mayHaveOrphans = true
      onTrouble(cause)
      return clock.now() + TROUBLE_WAIT_MS
    }
  }

  /** What was being claimed when a step failed may stand as `sending`, and what was counted may not be so. */
  async #recoverAfterTrouble(): Promise<void> {
    const { store, clock, memory } = this.#parts
    if (!memory.mayHaveOrphans) return
    await recoverInterrupted(
      store,
      clock.now(),
      memory.inFlight.claimed().map(({ clientRef }) => clientRef),
    )
    memory.days.forget()
    memory.mayHaveOrphans = false
  }

  async #take(step: Exclude<Step, { readonly do: 'wait' }>, lines: readonly Line[]): Promise<void> {
    const { store, clock, memory } = this.#parts
    switch (step.do) {
      case 'settle':
        await takeAnswers(this.#parts)
        return this.#note(['messages', 'queue'])
      case 'tell':
        return this.#tell()
      case 'read': {
        const reading = await readBook(this.#parts, lines)
        if (reading === 'news') this.#note(['messages', 'queue', 'people'])
        else if (reading === 'line_changed') this.#note(['queue'])
        return
      }
      case 'expire':
        await expireOverdue(store, clock.now())
        return this.#note(['messages', 'queue'])
      case 'judge':
        memory.hasNewsOfFirstFew = false
        if ((await judgeFirstFew(store, clock.now())) > 0) this.#note(['messages', 'queue'])
        return
      case 'claim': {
        const line = lines.find(({ id }) => id === step.lineId)
        if (line && (await sendBatch(this.#parts, line, step.most))) this.#note(['messages', 'queue'])
        return
      }
    }
  }

  /** Something new waits, or a person looks: what was left alone for a while is looked at again. */
  lookNow(): void {
    const { memory } = this.#parts
    memory.restUntil.clear()
    if (memory.connection.state !== 'online') memory.connection = lookNow(memory.connection)
  }

  /**
   * A receiver of webhooks stands, and all that came in is stored. Where the provider's book is read that says nothing: a
   * webhook may be lost on its way, so the book alone tells whether a STOP was seen.
   */
  heardInbound(): void {
    const { inbound, memory } = this.#parts
    if (inbound !== 'webhook') return
    memory.connection = afterHearing(memory.connection, momentNow(this.#parts))
  }

  /** A receiver stored a text, or what became of a message. */
  heardNews(): void {
    this.#parts.memory.hasNewsOfFirstFew = true
    this.#note(['messages', 'queue', 'people'])
  }

  async pause(isPaused: boolean): Promise<void> {
    const { store, memory } = this.#parts
    memory.isPausedByPerson = isPaused
    await writeSetting(store.db, PAUSED_KEY, isPaused)
    this.#note(['queue'])
    await this.#tell()
  }

  async resume(): Promise<void> {
    const { store, memory } = this.#parts
    await resumeAllLines(store.db)
    memory.connection = lookNow(memory.connection)
    this.#note(['queue'])
    await this.#tell()
  }

  /** A person says that the date is right. What came in while it was not is looked for again. */
  async trustClock(): Promise<void> {
    const { store, clock, memory } = this.#parts
    await readInboundAnew(store.db)
    await memory.clock.trust(store.db, clock.now())
    memory.connection = lookNow(memory.connection)
    this.#note(['queue'])
    await this.#tell()
  }

  /** Lets the requests on their way end and writes down how. After the last turn. */
  async finish(): Promise<void> {
    const { memory, onTrouble } = this.#parts
    await memory.inFlight.ended()
    try {
      if (memory.inFlight.endings.length > 0) await takeAnswers(this.#parts)
    } catch (cause) {
      // The next start puts them in doubt.
      onTrouble(cause)
    }
  }

  status(): Promise<OutputOf<'queue.status'>> {
    return tellQueueStatus(this.#parts)
  }

  #note(areas: readonly Area[]): void {
    for (const area of areas) this.#parts.memory.untold.add(area)
  }

  async #tell(): Promise<void> {
    const { emit, steadyMs, memory } = this.#parts
    const areas = [...memory.untold]
    memory.untold.clear()
    memory.toldAtSteadyMs = steadyMs()
    emit({ name: 'changed', value: { areas } })
    emit({ name: 'queue.status', value: await this.status() })
  }
}

/**
 * Puts what was interrupted in doubt and makes an engine that is ready for its first turn. `onAnswer` is told when a request
 * has ended and a turn would write it down. Throws what the store throws.
 */
export async function openEngine(
  options: SendingDeskOptions,
  onAnswer: () => void = () => undefined,
): Promise<SendingEngine> {
  const engine = new SendingEngine(await openDeskParts(options, onAnswer))
  await engine.begin()
  return engine
}
