import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { CoreParts } from '../../electron/desk/core-parts.ts'
import { practiceTiming } from '../../electron/queue/timing.ts'
import { openNodeWorkshop } from '../../electron/workshop/node-link.ts'
import { createWorkshop } from '../../electron/workshop/workshop.ts'
import { newUlid } from '../../shared/ids.ts'
import type { Clock } from '../../shared/time.ts'
import { officeHour } from '../../tests/support/office-hours.ts'

/** Time that runs on from an hour at which the people of the sample practice may be texted, whenever it is. */
export function clockAtOfficeHour(): Clock {
  const shiftMs = officeHour() - Date.now()
  return { now: () => Date.now() + shiftMs }
}

/** What a desk in `dataDir` is opened with, its carrier at `providerUrl`; the version is that of no release. */
export function deskParts(dataDir: string, providerUrl: string, clock: Clock): CoreParts {
  const random = (size: number) => new Uint8Array(randomBytes(size))
  return {
    dataDir,
    sampleDir: fileURLToPath(new URL('../../resources/sample', import.meta.url)),
    appVersion: '0.0.0',
    providerUrl,
    clock,
    random,
    newId: () => newUlid(clock.now(), random),
    workshop: createWorkshop(openNodeWorkshop),
    timing: { ...practiceTiming(clock), syncEveryMs: 200 },
    emit: () => undefined,
    reportTrouble: () => undefined,
  }
}
