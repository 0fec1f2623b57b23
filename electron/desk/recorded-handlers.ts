import { contract } from '../../shared/ipc/contract.ts'
import type { MethodName } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { storeError } from '../db/store-errors.ts'
import type { CallContext, Handlers } from '../ipc/router.ts'
import { areasChangedBy } from './changed-areas.ts'
import type { AuditEntry, AuditTrail } from './audit-trail.ts'
import type { DeskServices } from './desk-services.ts'

type AnyHandler = (input: unknown, context: CallContext) => Promise<Result<unknown, AppError>>

/**
 * Puts the same edge round every method: what the store refuses (a full disk, a read-only folder) becomes an error that
 * a person can act on, and every write that was done is noted in the audit trail and told to whoever looks.
 */
export function recordHandlers<H extends Partial<Handlers>>(handlers: H, desk: DeskServices, trail: AuditTrail): H {
  const recorded = Object.entries(handlers).map(([method, handler]) => {
    const answer = withStoreErrors(handler as AnyHandler, desk.store.path)
    const isWrite = contract[method as MethodName].kind === 'write'
    return [method, isWrite ? withRecord(method as MethodName, answer, desk, trail) : answer]
  })
  // Each entry keeps its own method's types; rebuilding the table hides that from the compiler.
  return Object.fromEntries(recorded) as H
}

function withStoreErrors(handler: AnyHandler, path: string): AnyHandler {
  return async (input, context) => {
    try {
      return await handler(input, context)
    } catch (thrown) {
      const error = storeError(thrown, path)
      if (!error) throw thrown
      return err(error)
    }
  }
}

function withRecord(method: MethodName, handler: AnyHandler, desk: DeskServices, trail: AuditTrail): AnyHandler {
  return async (input, context) => {
    const result = await handler(input, context)
    if (result.ok) {
      await trail.note(entryOf(method, input, result.value, context))
      desk.emit({ name: 'changed', value: { areas: areasChangedBy(method) } })
    }
    return result
  }
}

const SUBJECTS = ['id', 'personId', 'broadcastId', 'deliveryId', 'runId', 'importId', 'inboundId', 'e164'] as const

/** Says what was done to which row: ids and counts alone, for no name and no word may stand in the audit trail. */
export function entryOf(method: MethodName, input: unknown, value: unknown, { caller }: CallContext): AuditEntry {
  const given = fieldsOf(input)
  const answered = fieldsOf(value)
  const subject = SUBJECTS.map((field) => given[field] ?? answered[field]).find((id) => typeof id === 'string')
  return {
    action: method,
    subject: typeof subject === 'string' ? subject : null,
    facts: { caller, ...countsOf(answered) },
  }
}

function countsOf(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, number | boolean>> {
  const counts: Record<string, number | boolean> = {}
  for (const [field, value] of Object.entries(fields)) {
    if (typeof value === 'number' || typeof value === 'boolean') counts[field] = value
    if (Array.isArray(value)) counts[field] = value.length
  }
  return counts
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
