import { randomBytes } from 'node:crypto'
import type { CoreParts } from '../../electron/desk/core-parts.ts'
import { createOffice } from '../../electron/desk/create-office.ts'
import type { Store } from '../../electron/db/open.ts'
import { deskDir, openDesk, openDeskStore } from '../../electron/desk/open-desk.ts'
import type { Desk } from '../../electron/desk/open-desk.ts'
import { openKeyring } from '../../electron/security/keyring.ts'
import { openNodeWorkshop } from '../../electron/workshop/node-link.ts'
import { createWorkshop } from '../../electron/workshop/workshop.ts'
import { newUlid } from '../../shared/ids.ts'
import type { Clock } from '../../shared/time.ts'
import { officeHoursClock, SAMPLE_DIR } from './core.ts'
import { TEST_APP_VERSION } from './store.ts'

const PASSPHRASE = 'a passphrase of the tests'

/** An office's own desk. It has no account yet: what is planned on it waits, and nothing else is under way. */
export interface OfficeDesk extends Desk {
  readonly clock: Clock
}

/** Makes the office of a folder, in Seattle. */
export async function makeOffice(dataDir: string, clock = officeHoursClock()): Promise<void> {
  const input = { practiceName: 'Cedar Clinic', zone: 'America/Los_Angeles', language: 'en', staffName: 'Ana' } as const
  const made = await createOffice(partsIn(dataDir, clock), { ...input, passphrase: PASSPHRASE })
  if (!made.ok) throw new Error(made.error.code)
}

/** Opens the office of a folder. */
export async function openOffice(dataDir: string, clock = officeHoursClock()): Promise<OfficeDesk> {
  const parts = partsIn(dataDir, clock)
  const opened = await openDesk(parts, 'office', { secret: PASSPHRASE })
  if (!opened.ok) throw new Error(opened.error.code)
  const { close } = opened.value
  return {
    ...opened.value,
    clock,
    close: async () => {
      await close()
      parts.workshop.close()
    },
  }
}

/** Opens the store of a folder's office alone, to look at it: nothing that a desk does at its opening is done. */
export async function withOfficeStore<T>(
  dataDir: string,
  look: (store: Store) => Promise<T>,
  clock = officeHoursClock(),
): Promise<T> {
  const dir = deskDir(dataDir, 'office')
  const keyring = await openKeyring({ dir, secret: PASSPHRASE })
  if (!keyring.ok) throw new Error(keyring.error.code)
  const opened = await openDeskStore(partsIn(dataDir, clock), dir, keyring.value.key)
  if (!opened.ok) throw new Error(opened.error.code)
  try {
    return await look(opened.value)
  } finally {
    await opened.value.close()
  }
}

function partsIn(dataDir: string, clock: Clock): CoreParts {
  const random = (size: number) => new Uint8Array(randomBytes(size))
  return {
    dataDir,
    sampleDir: SAMPLE_DIR,
    appVersion: TEST_APP_VERSION,
    clock,
    random,
    newId: () => newUlid(clock.now(), random),
    workshop: createWorkshop(openNodeWorkshop),
    emit: () => undefined,
    reportTrouble: (cause) => {
      throw cause
    },
  }
}
