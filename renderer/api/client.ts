import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { Envelope, InputOf, MethodName, OutputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly optdesk: Bridge
  }
}

/** Asks the core. Never throws: a bridge that breaks is an `unexpected` error like any other. */
export async function call<M extends MethodName>(method: M, input: InputOf<M>): Promise<Envelope<OutputOf<M>>> {
  try {
    return await window.optdesk.call(method, input)
  } catch (cause) {
    console.error(`The call of ${method} did not come back`, cause)
    return { ok: false, error: { code: 'unexpected', reference: 'bridge' } }
  }
}

/** Carries an {@link AppError} through react-query, which only knows what is thrown as a failure. */
export class CallFailure extends Error {
  readonly appError: AppError

  constructor(appError: AppError) {
    super(appError.code)
    this.name = 'CallFailure'
    this.appError = appError
  }
}

/** The error of a failed call; anything else that was thrown is a defect and reads as `unexpected`. */
export function appErrorOf(thrown: unknown): AppError {
  return thrown instanceof CallFailure ? thrown.appError : { code: 'unexpected', reference: 'window' }
}
