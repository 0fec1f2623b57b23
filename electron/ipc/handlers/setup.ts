import { ok } from '../../../shared/result.ts'
import type { CoreParts } from '../../desk/core-parts.ts'
import { officeProtection } from '../../desk/create-office.ts'
import type { DeskSwitch } from '../../desk/desk-switch.ts'
import type { Handlers } from '../router.ts'

type Method = Extract<keyof Handlers, `setup.${string}`>

/** Which desk is open, and how its store is protected. These answer also while no store is open. */
export function setupHandlers(desks: DeskSwitch, parts: CoreParts): Pick<Handlers, Method> {
  return {
    'setup.state': async () => ok(desks.state()),
    'setup.unlock': ({ secret }) => desks.unlock(secret),
    'setup.retry': () => desks.retry(),
    'setup.openWithoutLog': () => desks.openWithoutLog(),
    'setup.open': ({ desk }) => desks.open(desk),
    'setup.protection': async () => ok(officeProtection(parts)),
    'setup.createOffice': (input) => desks.createOffice(input),
  }
}
