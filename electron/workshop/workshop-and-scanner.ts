import type { OpenWorkshopLink } from './port.ts'
import { createWorkshop } from './workshop.ts'
import type { JOB_LIMIT_MS, Workshop } from './workshop.ts'

/**
 * Two processes of the same program behind one client: sheets are read in the one, everything else is done in the other. A
 * sheet that kills its reader costs no import that is under way, and a page is shown while a pile is read. Each process is
 * started by its first job. `limitMs` is for tests.
 */
export function createWorkshopAndScanner(
  openLink: OpenWorkshopLink,
  limitMs: Partial<typeof JOB_LIMIT_MS> = {},
): Workshop {
  const workshop = createWorkshop(openLink, limitMs)
  const scanner = createWorkshop(openLink, limitMs)
  return {
    run: (job, input, onChunk) => (job === 'readSheet' ? scanner : workshop).run(job, input, onChunk),
    close: () => {
      scanner.close()
      workshop.close()
    },
  }
}
