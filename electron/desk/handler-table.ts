import type { MethodName } from '../../shared/ipc/contract.ts'
import type { Handlers } from '../ipc/router.ts'
import type { DeskServices } from './desk-services.ts'

/** The methods of one area over an open desk: what each file of `ipc/handlers/` exports. */
export type HandlerGroup<M extends MethodName> = (desk: DeskServices) => Pick<Handlers, M>

/** Lays groups of handlers together. Throws when a method has two handlers: then the program is wrong. */
export function joinHandlers(groups: readonly Partial<Handlers>[]): Partial<Handlers> {
  const seen = new Set<string>()
  for (const method of groups.flatMap((group) => Object.keys(group))) {
    if (seen.has(method)) throw new Error(`Two handlers for: ${method}`)
    seen.add(method)
  }
  return Object.assign({}, ...groups) as Partial<Handlers>
}
