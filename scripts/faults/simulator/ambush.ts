import type { SendRequest } from '../../../electron/provider/port.ts'
import { noteOptOut } from '../../../electron/services/note-opt-out.ts'
import { recordInbound } from '../../../electron/services/record-inbound.ts'
import { recordStatus } from '../../../electron/services/record-status.ts'
import type { Fact } from './facts.ts'
import { LINE } from './people.ts'
import type { Run } from './run.ts'

/**
 * What happens at the worst moment and would hardly ever happen there by chance: just after a delivery was claimed and
 * before its request leaves, its number says stop, or the program dies.
 */
export function ambush(run: Run, fact: Fact): void {
  if (fact.kind !== 'attempt' || !run.chance.happens(0.08)) return
  const { chance } = run
  const e164 = run.judge.deliveries.get(fact.id)?.e164
  if (e164 === undefined) return
  const way = chance.pick(['staff', 'text', 'death', 'death'] as const)
  run.note(`ambush ${way}`)
  if (way === 'death') run.dieAfterStatements(chance.between(1, 12))
  else if (way === 'staff') run.ask((desk) => noteOptOut(desk, { e164, how: 'by_phone', words: '' }))
  else {
    const { uuid, receivedAtMs } = run.carrier.receive(e164, 'STOP')
    const text = { providerUuid: uuid, lineId: LINE, e164, body: 'STOP', sentAtMs: receivedAtMs }
    run.ask((desk) => recordInbound(desk, text))
  }
}

/** The receipt that overtakes the answer to its request, and the death between an answer and its record. */
export function ambushAnswer(run: Run, { clientRef }: SendRequest): void {
  if (!run.chance.happens(0.06)) return
  const message = run.carrier.taken.find((one) => one.clientRef === clientRef)
  if (message === undefined || run.chance.happens(0.5)) run.dieAfterStatements(run.chance.between(1, 6))
  else run.ask((desk) => recordStatus(desk, run.carrier.statusOf(message)))
}
