import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { composeCore } from '../../electron/compose.ts'
import { openStore } from '../../electron/db/open.ts'
import { saveAppointment } from '../../electron/db/repos/appointments.ts'
import { addImportRun } from '../../electron/db/repos/import-runs.ts'
import { addPerson } from '../../electron/db/repos/people.ts'
import { indexPerson } from '../../electron/db/repos/person-search.ts'
import { addPhoneNumber } from '../../electron/db/repos/phone-numbers.ts'
import { addStaff } from '../../electron/db/repos/staff.ts'
import { readCsvChunk } from '../../electron/workshop/csv-rows.ts'
import type { CsvRow } from '../../electron/workshop/csv-rows.ts'
import { parseCsv } from '../../electron/workshop/jobs/parse-csv.ts'
import { openNodeWorkshop } from '../../electron/workshop/node-link.ts'
import { newUlid } from '../../shared/ids.ts'
import type { AppointmentId, E164, ImportRunId, PersonId, StaffId } from '../../shared/ids.ts'
import { bigSheet } from './big-sheet.ts'
import type { Measurement } from './figure.ts'
import { median } from './figure.ts'
import { startStepProbe } from './step-probe.ts'
import { inTempFolder } from './temp-folder.ts'

/** The longest single step of the main process during an import of 10,000 rows, beside that of one in a single go. */
export const name = 'import-main-step'

const ROWS = 10_000
const RUNS = 3
const GOAL_MS = 16
const APP_VERSION = '0.0.0'
const clock = { now: () => Date.now() }
const random = (size: number) => new Uint8Array(randomBytes(size))
const newId = () => newUlid(clock.now(), random)

/** Measures both in fresh folders, a few times, and takes the middle of the longest steps. Milliseconds. */
export async function run(): Promise<Measurement> {
  const ours: number[] = []
  const inOneGo: number[] = []
  for (let round = 0; round < RUNS; round += 1) {
    ours.push(await inTempFolder(longestStepOfImport))
    inOneGo.push(await inTempFolder(longestStepInOneGo))
  }
  const value = median(ours)
  const baseline = median(inOneGo)
  return { value, baseline, ratio: value / baseline, goal: `<= ${GOAL_MS} ms`, ok: value <= GOAL_MS }
}

/** Opening and taking in through the core's own methods, the workshop in its own process as in the app. */
async function longestStepOfImport(dataDir: string): Promise<number> {
  const sampleDir = join(import.meta.dirname, '..', '..', 'resources', 'sample')
  const core = await composeCore({ dataDir, sampleDir, appVersion: APP_VERSION, openLink: openNodeWorkshop })
  try {
    const context = { caller: 'command_line' } as const
    // The workshop is a process that plain Node forks in one go; the app asks Electron for it, which does so elsewhere.
    await core.handlers['daySheets.open']({ name: 'first.csv', bytes: bigSheet(1) }, context)
    const bytes = bigSheet(ROWS)
    const probe = startStepProbe()
    const opened = await core.handlers['daySheets.open']({ name: 'day.csv', bytes }, context)
    if (!opened.ok) throw new Error(opened.error.code)
    const taken = await core.handlers['daySheets.import']({ importId: opened.value.importId }, context)
    if (!taken.ok || taken.value.added !== ROWS) throw new Error('The import did not take every row in')
    return probe.stop()
  } finally {
    await core.close()
  }
}

/** The same rows read and stored by the same functions, with nothing to break the work into pieces. */
async function longestStepInOneGo(dir: string): Promise<number> {
  const opened = await openStore({ path: join(dir, 'desk.db'), key: random(32), appVersion: APP_VERSION, clock })
  if (!opened.ok) throw new Error(opened.error.code)
  const { db } = opened.value
  const staffId = newId() as StaffId
  const importRunId = newId() as ImportRunId
  const startedAtMs = clock.now()
  await addStaff(db, { id: staffId, name: 'Bench', createdAtMs: startedAtMs })
  await addImportRun(db, {
    id: importRunId,
    kind: 'day_sheet',
    fileName: 'day.csv',
    fileSha256: '',
    staffId,
    startedAtMs,
  })
  const bytes = bigSheet(ROWS)
  const probe = startStepProbe()
  await new Promise((resolve) => void setImmediate(resolve))
  const rows: CsvRow[] = []
  await parseCsv({ name: 'day.csv', bytes }, (chunk) => void rows.push(...readCsvChunk(chunk)))
  await db.transaction().execute(async (trx) => {
    for (const { cells } of rows) {
      const personId = newId() as PersonId
      const e164 = `+1${cells[4]?.replace(/\D/g, '')}` as E164
      const times = { createdAtMs: startedAtMs, updatedAtMs: startedAtMs }
      const [familyName = '', givenName = ''] = cells[3]?.split(', ') ?? []
      const person = {
        id: personId,
        givenName,
        familyName,
        email: '',
        language: 'en',
        zone: null,
        region: null,
      } as const
      await addPerson(trx, { ...person, ...times })
      await addPhoneNumber(trx, { personId, e164, createdAtMs: startedAtMs })
      await indexPerson(trx, personId)
      const appointment = { id: newId() as AppointmentId, sourceKey: cells[0] ?? '', personId, e164, importRunId }
      const facts = { startsAtMs: startedAtMs, isoDay: cells[1] ?? '', provider: cells[5] ?? '', visitType: '' }
      await saveAppointment(trx, { ...appointment, ...facts, isCancelled: false, updatedAtMs: startedAtMs })
    }
  })
  await new Promise((resolve) => void setImmediate(resolve))
  const longestMs = probe.stop()
  await opened.value.close()
  return longestMs
}
