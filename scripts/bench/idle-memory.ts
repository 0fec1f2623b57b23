import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { median } from './figure.ts'
import type { Measurement } from './figure.ts'
import { treeMemoryMib } from './process-memory.ts'
import { startEmptyTimed, startOptdeskTimed } from './timed-start.ts'
import type { TimedStart } from './timed-start.ts'

const ROUNDS = 3
/** What a start leaves behind in memory is given back within seconds. */
const SETTLING_MS = 10_000
const GOAL = 1.35

export const name = 'idle-memory'

/**
 * MiB (PSS, all processes) of Optdesk at rest on the Today page of the practice desk, beside an empty window of the same
 * Electron; median of three. Only Linux tells a process's share of memory: elsewhere undefined.
 */
export async function run(): Promise<Measurement | undefined> {
  if (process.platform !== 'linux') return undefined
  const profiles = await mkdtemp(join(tmpdir(), 'optdesk-bench-'))
  const startOptdesk = () => startOptdeskTimed(join(profiles, 'optdesk'), '/', 'main h1')
  const startEmpty = () => startEmptyTimed(join(profiles, 'empty'))
  try {
    // The first start fills the practice desk, which is not what a desk at rest does.
    await (await startOptdesk()).close()
    const ours: number[] = []
    const empty: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      empty.push(await memoryAtRest(startEmpty()))
      ours.push(await memoryAtRest(startOptdesk()))
    }
    const value = median(ours)
    const baseline = median(empty)
    const ratio = value / baseline
    return { value, baseline, ratio, goal: `<= ${GOAL}`, ok: ratio <= GOAL }
  } finally {
    await rm(profiles, { recursive: true, force: true })
  }
}

async function memoryAtRest(start: Promise<TimedStart>): Promise<number> {
  const { pid, close } = await start
  await wait(SETTLING_MS)
  const memory = await treeMemoryMib(pid)
  await close()
  return memory
}
