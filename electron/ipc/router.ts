import { contract } from '../../shared/ipc/contract.ts'
import type { Envelope, MethodName, OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import type { Result } from '../../shared/result.ts'
import { describeDefect } from './defect.ts'
import type { Defect } from './defect.ts'

/** Who asks: the window of this desk, or a script through `npm run core`. */
export interface CallContext {
  readonly caller: 'window' | 'command_line'
}

/** Answers one method of the contract; its input is parsed already. */
export type Handler<M extends MethodName> = (
  input: ParsedInputOf<M>,
  context: CallContext,
) => Promise<Result<OutputOf<M>, AppError>>

/** One handler for every method of the contract. */
export type Handlers = { readonly [M in MethodName]: Handler<M> }

/** Turns any call, however wrong, into an envelope. */
export interface Router {
  call(method: unknown, input: unknown, context: CallContext): Promise<Envelope<unknown>>
}

interface RouterParts {
  readonly handlers: Handlers
  readonly newReference: () => string
  readonly reportDefect: (defect: Defect) => void
}

/**
 * Makes the border between the core and whoever asks it; needs no Electron.
 * Throws when a method of the contract has no handler or a handler has no method: then the program is wrong.
 */
export function createRouter({ handlers, newReference, reportDefect }: RouterParts): Router {
  refuseIncompleteTable(handlers)

  async function call(method: unknown, input: unknown, context: CallContext): Promise<Envelope<unknown>> {
    if (!isMethod(method)) return refuse({ code: 'unknown_method', method: nameOf(method) })
    try {
      const parsed = contract[method].input.safeParse(input)
      if (!parsed.success) return refuse({ code: 'invalid_input', method, path: firstPath(parsed.error.issues) })
      // The schema just parsed this method's input, which the compiler cannot follow across the table.
      const handler = handlers[method] as (parsedInput: unknown, context: CallContext) => Promise<Envelope<unknown>>
      return await handler(parsed.data, context)
    } catch (thrown) {
      const reference = newReference()
      reportDefect(describeDefect(thrown, method, reference))
      return refuse({ code: 'unexpected', reference })
    }
  }

  return { call }
}

function isMethod(method: unknown): method is MethodName {
  return typeof method === 'string' && Object.hasOwn(contract, method)
}

/** What was asked for, as far as it has a name: an object may have a toString that throws. */
function nameOf(method: unknown): string {
  return typeof method === 'string' ? method.slice(0, 80) : typeof method
}

function refuse(error: AppError): Envelope<never> {
  return { ok: false, error }
}

/** Where the input was wrong, for example `recipients.3.e164`; never what stood there. */
function firstPath(issues: readonly { readonly path: readonly PropertyKey[] }[]): string {
  return (issues[0]?.path ?? []).map(String).join('.')
}

function refuseIncompleteTable(handlers: object): void {
  const missing = Object.keys(contract).filter((method) => !Object.hasOwn(handlers, method))
  if (missing.length > 0) throw new Error(`No handler for: ${missing.join(', ')}`)
  const unknown = Object.keys(handlers).filter((method) => !Object.hasOwn(contract, method))
  if (unknown.length > 0) throw new Error(`No method in the contract for: ${unknown.join(', ')}`)
}
