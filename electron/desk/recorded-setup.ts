import { contract } from '../../shared/ipc/contract.ts'
import type { MethodName } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import type { Result } from '../../shared/result.ts'
import type { CallContext, Handlers } from '../ipc/router.ts'
import { areasChangedBy } from './changed-areas.ts'
import type { CoreParts } from './core-parts.ts'
import type { DeskSwitch } from './desk-switch.ts'
import { entryOf } from './recorded-handlers.ts'

/** Notes in the audit trail of the desk that is open afterwards that it was opened, made or unlocked, and tells everybody. */
export function recordSetup<H extends Partial<Handlers>>(handlers: H, desks: DeskSwitch, { emit }: CoreParts): H {
  type AnyHandler = (input: unknown, context: CallContext) => Promise<Result<unknown, AppError>>
  const recorded = Object.entries(handlers).map(([name, handler]) => {
    const method = name as MethodName
    const answer: AnyHandler = async (input, context) => {
      const result = await (handler as AnyHandler)(input, context)
      if (!result.ok || contract[method].kind === 'read') return result
      // Neither input nor answer may be noted: a passphrase and a recovery code are in them.
      await desks.current()?.trail.note(entryOf(method, {}, {}, context))
      emit({ name: 'changed', value: { areas: areasChangedBy(method) } })
      return result
    }
    return [name, answer]
  })
  // Each entry keeps its own method's types; rebuilding the table hides that from the compiler.
  return Object.fromEntries(recorded) as H
}
