import { join } from 'node:path'
import { composeCore } from '../../electron/compose.ts'
import type { Core } from '../../electron/compose.ts'
import { openStore } from '../../electron/db/open.ts'
import { openKeyring } from '../../electron/security/keyring.ts'
import { openNodeWorkshop } from '../../electron/workshop/node-link.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import type { Result } from '../../shared/result.ts'
import { isoDay } from '../../shared/time.ts'
import { bigSheet } from './big-sheet.ts'
import { median } from './figure.ts'
import type { Measurement } from './figure.ts'
import { startStepProbe } from './step-probe.ts'
import { inTempFolder } from './temp-folder.ts'

/** The longest single step of the main process while a day of 10,000 appointments is looked at, beside one query for it. */
export const name = 'day-main-step'

const ROWS = 10_000
const RUNS = 5
const GOAL_MS = 16
const APP_VERSION = '0.0.0'
const SAMPLE_DIR = join(import.meta.dirname, '..', '..', 'resources', 'sample')
const BY_SCRIPT = { caller: 'command_line' } as const
/** Today at the sample practice, so that the page of today has all of it too. */
const DAY = isoDay(Date.now(), 'America/Los_Angeles')

/** Takes one big day in and looks at it in every way the window does, a few times. Milliseconds. */
export function run(): Promise<Measurement> {
  return inTempFolder(async (dataDir) => {
    const core = await composeCore({
      dataDir,
      sampleDir: SAMPLE_DIR,
      appVersion: APP_VERSION,
      openLink: openNodeWorkshop,
    })
    await takeIn(core)
    const ours = await middleOfLongest(() => lookAtDay(core))
    await core.close()
    const baseline = await queryInOneGo(join(dataDir, 'practice'))
    return { value: ours, baseline, ratio: ours / baseline, goal: `<= ${GOAL_MS} ms`, ok: ours <= GOAL_MS }
  })
}

async function takeIn({ handlers }: Core): Promise<void> {
  const { importId } = value(
    await handlers['daySheets.open']({ name: 'day.csv', bytes: bigSheet(ROWS, DAY) }, BY_SCRIPT),
  )
  const { added } = value(await handlers['daySheets.import']({ importId }, BY_SCRIPT))
  if (added !== ROWS) throw new Error('The import did not take every row in')
}

async function lookAtDay({ handlers }: Core): Promise<void> {
  value(await handlers['appointments.days']({}, BY_SCRIPT))
  value(await handlers['appointments.onDay']({ isoDay: DAY }, BY_SCRIPT))
  value(await handlers['today.get']({}, BY_SCRIPT))
  const audience = { kind: 'appointments', isoDay: DAY, appointmentIds: null } as const
  const draft = {
    audience,
    purpose: 'emergency',
    emergencyReason: 'Water',
    body: 'Hi {first_name}',
    whenMs: null,
  } as const
  value(await handlers['broadcasts.preview']({ ...draft, mediaIds: [] }, BY_SCRIPT))
}

/** The same rows by one query, as plain code would read them. */
async function queryInOneGo(dir: string): Promise<number> {
  const { key } = value(await openKeyring({ dir }))
  const clock = { now: () => Date.now() }
  const store = value(await openStore({ path: join(dir, 'desk.db'), key, appVersion: APP_VERSION, clock }))
  const longestMs = await middleOfLongest(async () => {
    await store.db.selectFrom('appointment').selectAll().where('iso_day', '=', DAY).execute()
  })
  await store.close()
  return longestMs
}

async function middleOfLongest(work: () => Promise<void>): Promise<number> {
  const longest: number[] = []
  for (let round = 0; round < RUNS; round += 1) {
    const probe = startStepProbe()
    await new Promise((resolve) => void setImmediate(resolve))
    await work()
    await new Promise((resolve) => void setImmediate(resolve))
    longest.push(probe.stop())
  }
  return median(longest)
}

function value<T>(answer: Result<T, AppError>): T {
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}
