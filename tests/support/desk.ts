import { openDesk } from '../../electron/desk/open-desk.ts'
import type { Desk } from '../../electron/desk/open-desk.ts'
import { openNodeWorkshop } from '../../electron/workshop/node-link.ts'
import { createWorkshop } from '../../electron/workshop/workshop.ts'
import { newUlid } from '../../shared/ids.ts'
import { officeHoursClock, SAMPLE_DIR } from './core.ts'
import { seededRandom } from './seeded.ts'
import { inTempFolder, TEST_APP_VERSION } from './store.ts'

/** Runs a test with an open practice desk and its store at hand, for what cannot be seen or spoilt from outside. */
export function withDesk<T>(use: (desk: Desk) => Promise<T>): Promise<T> {
  return inTempFolder(async (dataDir) => {
    const clock = officeHoursClock()
    const random = seededRandom('desk')
    const workshop = createWorkshop(openNodeWorkshop)
    const newId = (): string => newUlid(clock.now(), random)
    const base = { dataDir, sampleDir: SAMPLE_DIR, appVersion: TEST_APP_VERSION, clock, random, newId, workshop }
    const opened = await openDesk({ ...base, emit: () => undefined, reportTrouble: () => undefined }, 'practice')
    if (!opened.ok) throw new Error(opened.error.code)
    try {
      return await use(opened.value)
    } finally {
      await opened.value.close()
      workshop.close()
    }
  })
}
