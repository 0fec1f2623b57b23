import type { CoreProcess } from '../../../tests/support/core-process.ts'
import type { Chance } from '../chance.ts'
import type { JudgeCarrier } from '../judge-carrier.ts'
import type { Ask, History, Stop } from './history.ts'
import type { Recipient } from './office.ts'

/** What the office does all day while its core is killed again and again. */
export interface Workload {
  readonly history: History
  /** Asks again for whatever was never answered, and for something new; it waits for nothing. */
  work(core: CoreProcess, life: number, waiting: number): void
  /** Asks again for whatever was never answered, and waits for the answers. */
  finish(core: CoreProcess, life: number): Promise<void>
  /** Now and then somebody's phone writes STOP while no core runs, or while one does. */
  maybeStopByText(life: number): void
}

export interface WorkloadParts {
  readonly recipients: readonly Recipient[]
  readonly carrier: JudgeCarrier
  readonly chance: Chance
}

/** More than this many deliveries waiting, and the office asks for less. */
const MUCH = 60
const BROADCAST_SIZE = 25

export function createWorkload({ recipients, carrier, chance }: WorkloadParts): Workload {
  const asks: Ask[] = []
  const stops: Stop[] = []
  const sentAgain = new Map<string, number>()
  const stopsToNote: string[] = []
  let keys = 0
  const nextKey = () => `kill-loop-ask-${String(++keys).padStart(8, '0')}`

  async function put(core: CoreProcess, ask: Ask): Promise<void> {
    const answer = await unlessDead(core.call(ask.method, ask.input))
    if (answer === null) return
    if (!answer.ok) ask.refusal = answer.error.code
    else ask.answer = readAnswer(answer.value)
  }

  async function noteStop(core: CoreProcess, e164: string, inLife: number): Promise<void> {
    const answer = await unlessDead(core.call('people.optOut', { e164, how: 'in_person', words: 'No more texts' }))
    if (!answer?.ok) return
    stopsToNote.splice(stopsToNote.indexOf(e164), 1)
    const sending = await unlessDead(core.call('queue.list', { states: ['sending'], limit: 200 }))
    const onTheirWay = sending?.ok ? new Set(idsIn(sending.value)) : null
    stops.push({ e164, how: 'staff', inLife, afterPost: carrier.posts.length, onTheirWay })
  }

  /** A person looks at what nobody knows, and decides. */
  async function settleDoubts(core: CoreProcess): Promise<void> {
    const waiting = await unlessDead(core.call('queue.list', { states: ['needs_person'], limit: 5 }))
    for (const id of waiting?.ok ? idsIn(waiting.value) : []) {
      const decision = chance.oneOf(['leave', 'arrived', 'send_again'])
      if (decision === 'send_again') sentAgain.set(id, (sentAgain.get(id) ?? 0) + 1)
      await unlessDead(core.call('deliveries.settle', { id, decision }))
    }
  }

  function askAgain(core: CoreProcess, life: number): readonly Promise<void>[] {
    const open = asks.filter(({ answer, refusal }) => answer === null && refusal === null)
    return [...open.map((ask) => put(core, ask)), ...stopsToNote.map((e164) => noteStop(core, e164, life))]
  }

  function newAsks(waiting: number): readonly Ask[] {
    const count = waiting > MUCH ? 1 : 2 + chance.below(6)
    const made = Array.from({ length: count }, () => letterTo(chance.oneOf(recipients), nextKey()))
    const isMass = waiting <= MUCH && chance.happens(0.06)
    return isMass ? [...made, broadcastTo(some(recipients, chance), nextKey())] : made
  }

  return {
    history: { posts: carrier.posts, asks, stops, sentAgain },
    work: (core, life, waiting) => {
      void Promise.all(askAgain(core, life))
      if (chance.happens(0.06)) stopsToNote.push(chance.oneOf(recipients).e164)
      for (const ask of newAsks(waiting)) {
        asks.push(ask)
        void put(core, ask)
      }
      void settleDoubts(core)
    },
    finish: async (core, life) => {
      await Promise.all(askAgain(core, life))
    },
    maybeStopByText: (inLife) => {
      if (!chance.happens(0.04)) return
      const { e164 } = chance.oneOf(recipients)
      carrier.writeIn(e164.slice(1), 'STOP')
      stops.push({ e164, how: 'text', inLife, afterPost: carrier.posts.length, onTheirWay: null })
    },
  }
}

function letterTo({ e164, personId }: Recipient, onceKey: string): Ask {
  const body = `The office is closed today. ${onceKey}`
  const emergency = { purpose: 'emergency', emergencyReason: 'Water in the building', whenMs: null } as const
  return {
    method: 'messages.send',
    input: { e164, personId, body, onceKey, ...emergency },
    onceKey,
    answer: null,
    refusal: null,
  }
}

function broadcastTo(people: readonly Recipient[], onceKey: string): Ask {
  const audience = { kind: 'people', personIds: people.map(({ personId }) => personId) }
  const letter = { purpose: 'care', emergencyReason: null, whenMs: null, body: `We open at ten. ${onceKey}` } as const
  const input = { audience, title: onceKey, onceKey, ...letter }
  return { method: 'broadcasts.schedule', input, onceKey, answer: null, refusal: null }
}

function some(recipients: readonly Recipient[], chance: Chance): readonly Recipient[] {
  const first = chance.below(Math.max(1, recipients.length - BROADCAST_SIZE))
  return recipients.slice(first, first + BROADCAST_SIZE)
}

function readAnswer(value: unknown): Ask['answer'] {
  const {
    deliveryId,
    broadcastId,
    deliveries = 1,
  } = value as {
    readonly deliveryId?: string
    readonly broadcastId?: string
    readonly deliveries?: number
  }
  return { id: deliveryId ?? broadcastId ?? '', deliveries }
}

/** The ids of a list of deliveries, as the contract gives it. */
export function idsIn(value: unknown): readonly string[] {
  return (value as { readonly deliveries: readonly { readonly id: string }[] }).deliveries.map(({ id }) => id)
}

/** A core that is killed answers nothing any more; that is no fault of the judge. */
function unlessDead<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch(() => null)
}
