import type { OutputOf } from '../../shared/ipc/contract.ts'
import { MINUTE_MS } from '../../shared/time.ts'
import { readStoredAccount } from '../provider/stored-account.ts'
import { LOOPBACK } from '../provider/webhook/own-addresses.ts'
import type { InboundNews } from '../provider/webhook/read-webhook.ts'
import { startWebhookReceiver, type WebhookReceiver } from '../provider/webhook/receiver.ts'
import { RefusalTally } from '../provider/webhook/refusal-tally.ts'
import { readReceiverMemory, readReceiverSettings, writeReceiverMemory } from '../provider/webhook/stored-receiver.ts'
import type { ReceiverMemory } from '../provider/webhook/stored-receiver.ts'
import type { Timing } from '../queue/timing.ts'
import type { SendingDesk } from '../queue/sending-desk.ts'
import type { RecordInboundParts } from '../services/record-inbound.ts'
import { takeInbound, takeStatus } from '../services/take-webhook.ts'
import type { CoreParts } from './core-parts.ts'
import { type PacedTelling, paceTelling } from './paced-telling.ts'

type ReceiverState = OutputOf<'receiver.get'>
type Stand = ReceiverState['stand']

/** The receiver of an open desk: it listens while it is switched on and there is an account. */
export interface Receiving {
  state(): Pick<ReceiverState, 'stand' | 'catchingUpUntilMs' | 'lastHeardAtMs' | 'refused'>
  /**
   * Starts anew from what is set now. One after the other. `isAnother`: it listens elsewhere or by another secret, so that the
   * way in has to be shown to stand once more.
   */
  restart(isAnother?: boolean): Promise<void>
  /** Resolves once the moves that were asked for are done. */
  settled(): Promise<void>
  /** Stops listening once what came in is written down. */
  stop(): Promise<void>
}

/** What the receiver works with. */
export interface ReceivingParts extends RecordInboundParts, Pick<CoreParts, 'emit' | 'reportTrouble'> {
  readonly setAlarm: Timing['setAlarm']
  readonly addresses: () => readonly string[]
  /** What sends now; another one after each restart of the sending. */
  readonly sending: () => Pick<SendingDesk, 'heardInbound' | 'heardNews'> | null
}

/** Well under the five minutes for which the sending desk takes inbound to be known. */
const BEAT_MS = MINUTE_MS
/** After a longer silence than this, as in a sleep, a webhook may have been turned away at a closed door. */
const LONGEST_SILENCE_MS = 3 * MINUTE_MS
/** The provider tries again at last every 15 minutes. Source: Vonage support 360028543292. */
const CATCH_UP_MS = 16 * MINUTE_MS

/** Starts the receiver as it is set, and keeps it in step: a port or an address that was away is tried again. */
export async function openReceiving(parts: ReceivingParts): Promise<Receiving> {
  const receiving = new DeskReceiving(parts, await readReceiverMemory(parts.store.db))
  await receiving.restart()
  return receiving
}

class DeskReceiving implements Receiving {
  readonly #parts: ReceivingParts
  readonly #refused = new RefusalTally()
  #receiver: WebhookReceiver | null = null
  #stand: Stand = 'off'
  #host = LOOPBACK
  #memory: ReceiverMemory
  #lastMove: Promise<void> = Promise.resolve()
  #silence: () => void = () => undefined
  #isStopped = false
  readonly #telling: PacedTelling

  constructor(parts: ReceivingParts, memory: ReceiverMemory) {
    this.#parts = parts
    this.#memory = memory
    const { emit } = parts
    this.#telling = paceTelling(parts, () => emit({ name: 'changed', value: { areas: ['practice'] } }))
  }

  state(): ReturnType<Receiving['state']> {
    const { catchingUpUntilMs, lastHeardAtMs } = this.#memory
    return { stand: this.#stand, catchingUpUntilMs, lastHeardAtMs, refused: this.#refused.rows() }
  }

  restart(isAnother = false): Promise<void> {
    return this.#inTurn(async () => {
      await this.#end()
      if (isAnother) this.#memory = { ...this.#memory, lastHeardAtMs: null }
      this.#refused.forget()
      await this.#beat()
    })
  }

  stop(): Promise<void> {
    this.#isStopped = true
    return this.#inTurn(async () => {
      await this.#end()
      this.#telling.end()
      await this.#remember()
    })
  }

  /** When a webhook came last is only a comfort, so it costs no write of its own until the end. */
  async #remember(): Promise<void> {
    const { store, reportTrouble } = this.#parts
    if (this.#memory.listenedUntilMs === null) return
    try {
      await writeReceiverMemory(store.db, this.#memory)
    } catch (cause) {
      reportTrouble(cause)
    }
  }

  settled(): Promise<void> {
    return this.#lastMove
  }

  #inTurn(move: () => Promise<void>): Promise<void> {
    const moved = this.#lastMove.then(move)
    this.#lastMove = moved.catch(() => undefined)
    return moved
  }

  async #begin(): Promise<void> {
    const { store, addresses } = this.#parts
    const { isOn, host, port, signatureSecret } = await readReceiverSettings(store.db)
    this.#host = host
    if (!isOn || signatureSecret === null) {
      this.#stand = 'off'
      return
    }
    const account = await readStoredAccount(store.db)
    if (account === null) this.#stand = 'no_account'
    else if (!addresses().includes(host)) this.#stand = 'address_gone'
    else this.#stand = await this.#listen({ host, port, signatureSecret, apiKey: account.apiKey })
  }

  async #listen(place: {
    readonly host: string
    readonly port: number
    readonly signatureSecret: string
    readonly apiKey: string
  }): Promise<Stand> {
    const { clock } = this.#parts
    const started = await startWebhookReceiver({
      ...place,
      clock,
      onStatus: async (news) => {
        await takeStatus(this.#parts, news)
        this.#heard()
      },
      onInbound: (news) => this.#takeInbound(news),
      onRefused: (why) => this.#refuse(why),
      onTrouble: (cause) => this.#turnedAway(cause),
    })
    if (!started.ok) return started.error.code === 'port_taken' ? 'port_taken' : 'address_gone'
    this.#receiver = started.value
    return 'listening'
  }

  async #takeInbound(news: InboundNews): Promise<void> {
    if (await takeInbound(this.#parts, news)) return this.#heard()
    // It is well signed and of no use here, and would be no better at its next try: it is taken and put aside.
    this.#refuse('not_our_number')
  }

  /** What the store could not take comes again within the time for catching up, a STOP perhaps among it. */
  #turnedAway(cause: unknown): void {
    const { clock, reportTrouble } = this.#parts
    this.#memory = { ...this.#memory, catchingUpUntilMs: clock.now() + CATCH_UP_MS }
    reportTrouble(cause)
  }

  #heard(): void {
    const { clock, sending, emit } = this.#parts
    const isFirst = this.#memory.lastHeardAtMs === null
    this.#memory = { ...this.#memory, lastHeardAtMs: clock.now() }
    if (isFirst) this.#vouch()
    const desk = sending()
    if (desk) desk.heardNews()
    else emit({ name: 'changed', value: { areas: ['messages', 'queue', 'people'] } })
    this.#telling.tell()
  }

  #refuse(why: Parameters<RefusalTally['add']>[0]): void {
    this.#refused.add(why, this.#parts.clock.now())
    this.#telling.tell()
  }

  /** Once a minute: is the door still there, and since when was it open without a gap? */
  async #beat(): Promise<void> {
    if (this.#isStopped) return
    this.#silence()
    const isSetToListen = await this.#look()
    if (isSetToListen) this.#silence = this.#nextBeat()
    this.#telling.tell()
  }

  #nextBeat(): () => void {
    const { setAlarm, clock } = this.#parts
    return setAlarm(clock.now() + BEAT_MS, () => void this.#inTurn(() => this.#beat()))
  }

  /** False where there is nothing to come back for: only another setting or account changes that. */
  async #look(): Promise<boolean> {
    try {
      // A listening socket does not notice that its address has gone away.
      if (this.#receiver && !this.#parts.addresses().includes(this.#host)) await this.#end('address_gone')
      else if (!this.#receiver) await this.#begin()
      if (this.#receiver) await this.#noteListening()
      return this.#stand !== 'off' && this.#stand !== 'no_account'
    } catch (cause) {
      // A full disk: what sends hears nothing of inbound meanwhile, and so waits.
      this.#parts.reportTrouble(cause)
      return true
    }
  }

  /** What was turned away while nobody listened comes again within the time for catching up; only then inbound is known. */
  async #noteListening(): Promise<void> {
    const { store, clock } = this.#parts
    const nowMs = clock.now()
    const { listenedUntilMs: untilMs, catchingUpUntilMs: waitingUntilMs } = this.#memory
    // A clock that shows less than it did then does not tell how long the silence was.
    const hasGap = untilMs !== null && (nowMs < untilMs || nowMs - untilMs > LONGEST_SILENCE_MS)
    const isWaiting = waitingUntilMs !== null && nowMs < waitingUntilMs
    const catchingUpUntilMs = hasGap ? nowMs + CATCH_UP_MS : isWaiting ? waitingUntilMs : null
    this.#memory = { ...this.#memory, listenedUntilMs: nowMs, catchingUpUntilMs }
    await writeReceiverMemory(store.db, this.#memory)
    this.#vouch()
  }

  /**
   * Says that inbound is known: only where a webhook came this way before. A wrong secret or a tunnel that leads nowhere
   * would let every STOP go by, and nothing would look amiss from here.
   */
  #vouch(): void {
    const { catchingUpUntilMs, lastHeardAtMs } = this.#memory
    if (this.#receiver && catchingUpUntilMs === null && lastHeardAtMs !== null) this.#parts.sending()?.heardInbound()
  }

  async #end(stand: Stand = 'off'): Promise<void> {
    this.#silence()
    const receiver = this.#receiver
    this.#receiver = null
    this.#stand = stand
    await receiver?.close()
  }
}
