import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { storeError } from '../db/store-errors.ts'
import type { CoreParts } from './core-parts.ts'
import { createOffice, hasOffice } from './create-office.ts'
import { readLastDesk, writeLastDesk } from './last-desk.ts'
import type { DeskName } from './last-desk.ts'
import { openDesk } from './open-desk.ts'
import type { Desk } from './open-desk.ts'

export type SetupState = OutputOf<'setup.state'>
type LockedBy = Extract<SetupState, { state: 'locked' }>['why']

/** Which desk is open, and the ways from one to another. At most one is open; the moves happen one after the other. */
export interface DeskSwitch {
  /** The open desk; null while it is locked or cannot be opened. */
  current(): Desk | null
  state(): SetupState
  open(name: DeskName): Promise<Result<SetupState, AppError>>
  /** Opens the locked desk by its passphrase or recovery code. Fails with `wrong_passphrase`. */
  unlock(secret: string): Promise<Result<SetupState, AppError>>
  /** Opens a desk whose log was taken away: what was saved last is missing. */
  openWithoutLog(): Promise<Result<SetupState, AppError>>
  /** Tries again to open what could not be opened. */
  retry(): Promise<Result<SetupState, AppError>>
  /** Makes the office's store and opens it. */
  createOffice(input: ParsedInputOf<'setup.createOffice'>): Promise<Result<OutputOf<'setup.createOffice'>, AppError>>
  close(): Promise<void>
}

/** Opens the desk that was open last; a practice desk at the very first start. */
export async function startDeskSwitch(parts: CoreParts): Promise<DeskSwitch> {
  let name = await readLastDesk(parts.dataDir)
  let desk: Desk | null = null
  let trouble: AppError = { code: 'desk_closed' }
  let mayLackLog = false
  const inTurn = oneAfterTheOther()

  async function tryToOpen(secret?: string): Promise<Result<SetupState, AppError>> {
    const opened = await openDesk(parts, name, { secret, mayLackLog })
    if (opened.ok) desk = opened.value
    // A wrong passphrase leaves the desk as locked as it was.
    else if (opened.error.code === 'wrong_passphrase') return opened
    else trouble = opened.error
    return ok(state())
  }

  async function changeTo(next: DeskName, secret?: string): Promise<Result<SetupState, AppError>> {
    if (desk && name === next) return ok(state())
    await shut()
    name = next
    const changed = await tryToOpen(secret)
    await noteLastDesk(parts.dataDir, name)
    return changed
  }

  async function shut(): Promise<void> {
    const open = desk
    desk = null
    mayLackLog = false
    trouble = { code: 'desk_closed' }
    await open?.close()
  }

  function state(): SetupState {
    const office = { desk: name, hasOffice: hasOffice(parts.dataDir) }
    if (!desk) return { ...office, ...whyClosed(trouble) }
    const { appVersion, clock } = parts
    return { state: 'ready', ...office, protection: desk.protection, appVersion, nowMs: clock.now() }
  }

  await inTurn(() => tryToOpen())
  return {
    current: () => desk,
    state,
    open: (next) => inTurn(() => (next === 'office' && !hasOffice(parts.dataDir) ? noOffice() : changeTo(next))),
    unlock: (secret) => inTurn(async () => (desk ? ok(state()) : tryToOpen(secret))),
    openWithoutLog: () =>
      inTurn(async () => {
        if (desk || trouble.code !== 'log_gone') return ok(state())
        // A locked desk asks for its passphrase once more; what a person decided holds until it is open.
        mayLackLog = true
        return tryToOpen()
      }),
    retry: () => inTurn(async () => (desk ? ok(state()) : tryToOpen())),
    createOffice: (input) =>
      inTurn(async () => {
        const made = await createOffice(parts, input)
        // A keychain opens the store by itself; it would take a passphrase for a recovery code that is wrong.
        const isTyped = made.ok && made.value.protection === 'passphrase'
        if (made.ok) await changeTo('office', isTyped ? (input.passphrase ?? undefined) : undefined)
        return made
      }),
    close: () => inTurn(shut),
  }
}

/** Lets each move begin when the one before has ended, whatever came of it. */
function oneAfterTheOther(): <T>(move: () => Promise<T>) => Promise<T> {
  let lastMove: Promise<unknown> = Promise.resolve()
  return (move) => {
    const moved = lastMove.then(move)
    lastMove = moved.catch(() => undefined)
    return moved
  }
}

function whyClosed(trouble: AppError): { state: 'locked'; why: LockedBy } | { state: 'trouble'; error: AppError } {
  if (trouble.code === 'passphrase_needed') return { state: 'locked', why: 'passphrase' }
  if (trouble.code === 'keychain_lost') return { state: 'locked', why: 'keychain_lost' }
  return { state: 'trouble', error: trouble }
}

/** Which desk to begin with next time is a comfort; a disk that cannot keep it is told of elsewhere. */
async function noteLastDesk(dataDir: string, name: DeskName): Promise<void> {
  try {
    await writeLastDesk(dataDir, name)
  } catch (thrown) {
    if (!storeError(thrown, dataDir)) throw thrown
  }
}

async function noOffice(): Promise<Result<never, AppError>> {
  return err({ code: 'not_found', what: 'office' })
}
