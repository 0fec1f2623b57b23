import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from './figure.ts'
import type { Measurement } from './figure.ts'
import { startEmptyTimed, startOptdeskTimed } from './timed-start.ts'
import type { TimedStart } from './timed-start.ts'

const PAIRS = 11
/** Chromium keeps compiled scripts from the second or third start on; the first one also fills the practice desk. */
const WARM_UPS = 3
const GOAL = 1.4

export const name = 'cold-start'

/**
 * Milliseconds from the start of the process to the first person painted on the People page of the practice desk, beside
 * the first paint of an empty window of the same Electron; warm profiles, alternately, median of the pairs' ratios.
 */
export async function run(): Promise<Measurement> {
  const profiles = await mkdtemp(join(tmpdir(), 'optdesk-bench-'))
  const timeOptdesk = () => timeOf(startOptdeskTimed(join(profiles, 'optdesk'), '/people', '.od-person-name'))
  const timeEmpty = () => timeOf(startEmptyTimed(join(profiles, 'empty')))
  try {
    const pairs: { readonly ours: number; readonly empty: number }[] = []
    for (let start = 0; start < WARM_UPS + PAIRS; start++) {
      pairs.push({ empty: await timeEmpty(), ours: await timeOptdesk() })
    }
    const warm = pairs.slice(WARM_UPS)
    const ratio = median(warm.map(({ ours, empty }) => ours / empty))
    return {
      value: median(warm.map(({ ours }) => ours)),
      baseline: median(warm.map(({ empty }) => empty)),
      ratio,
      goal: `<= ${GOAL}`,
      ok: ratio <= GOAL,
    }
  } finally {
    await rm(profiles, { recursive: true, force: true })
  }
}

async function timeOf(start: Promise<TimedStart>): Promise<number> {
  const { paintedAfterMs, close } = await start
  await close()
  return paintedAfterMs
}
