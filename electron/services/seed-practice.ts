import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HARBORVIEW_FORMS } from '../../shared/domain/sample-forms.ts'
import { SAMPLE_PRACTICE } from '../../shared/domain/sample-practice.ts'
import type { SamplePerson } from '../../shared/domain/sample-practice.ts'
import type { E164, LineId, NewId, StaffId } from '../../shared/ids.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { LINE_CLASSES } from '../../shared/rules/line-classes.ts'
import { ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { Clock } from '../../shared/time.ts'
import type { BlobStore } from '../blobs/blob-store.ts'
import type { Store } from '../db/open.ts'
import { addLine } from '../db/repos/lines.ts'
import { addStaff } from '../db/repos/staff.ts'
import type { Writer } from '../db/schema.ts'
import { hasFirstSettings, writeFirstSettings } from '../desk/desk-settings.ts'
import { inBatches } from './in-pieces.ts'
import { keepFormVersions } from './keep-form-versions.ts'
import { keepPile, keepSamplePerson } from './sample-people.ts'

/** What the practice desk is filled with. */
export interface SeedParts {
  readonly store: Store
  readonly blobs: BlobStore
  readonly clock: Clock
  readonly newId: NewId
  /** The folder of `people.json`. */
  readonly sampleDir: string
}

/** The clinic's number on its forms is also the one it texts from. */
const PRACTICE_LINE = '+12065550100' as E164
/** What a newly registered clinic is given: the class that most of them begin with. */
const PRACTICE_CLASS = 'low_volume'

/**
 * Fills a new practice desk, once: staff, a line, the clinic's forms, and its people, whose stories become real consent
 * events with a proof each. All of it is one transaction, worked through in pieces; a desk filled before is left alone.
 */
export async function seedPractice(parts: SeedParts): Promise<Result<null, AppError>> {
  const { store, clock, newId, sampleDir } = parts
  if (await hasFirstSettings(store.db)) return ok(null)
  const people = JSON.parse(await readFile(join(sampleDir, 'people.json'), 'utf8')) as readonly SamplePerson[]
  const agreed = people.filter(({ agreedDaysAgo }) => agreedDaysAgo !== null)
  const pile = await keepPile(parts, agreed)
  if (!pile.ok) return pile

  await store.db.transaction().execute(async (writer) => {
    const staffIds = await addSampleStaff(writer, newId, clock)
    const versions = await keepFormVersions(writer, newId, clock.now(), HARBORVIEW_FORMS)
    await addPracticeLine(writer, newId, clock)
    await inBatches(
      people,
      async (batch) => {
        for (const person of batch) {
          await keepSamplePerson(writer, parts, person, {
            versions,
            staffIds,
            pile: pile.value,
            pageNo: agreed.indexOf(person) + 1,
            pageCount: agreed.length,
          })
        }
      },
      { first: 2 },
    )
    const { name, phone, zone } = SAMPLE_PRACTICE
    await writeFirstSettings(writer, { practice: { name, phone, zone, language: 'en' }, staffId: staffIds[0] })
  })
  return ok(null)
}

async function addSampleStaff(writer: Writer, newId: NewId, clock: Clock): Promise<readonly [StaffId, ...StaffId[]]> {
  // The staff is listed in the order in which they came, so that no two may have come at once.
  let cameAtMs = clock.now()
  const add = async (name: string): Promise<StaffId> => {
    const id = newId() as StaffId
    await addStaff(writer, { id, name, createdAtMs: cameAtMs++ })
    return id
  }
  const [first, ...others] = SAMPLE_PRACTICE.staff
  const ids: [StaffId, ...StaffId[]] = [await add(first)]
  for (const name of others) ids.push(await add(name))
  return ids
}

async function addPracticeLine(writer: Writer, newId: NewId, clock: Clock): Promise<void> {
  const { smsPerMin, mmsPerMin, dailyCap } = LINE_CLASSES.classes[PRACTICE_CLASS]
  await addLine(writer, {
    id: newId() as LineId,
    e164: PRACTICE_LINE,
    class: '10dlc',
    campaignClass: PRACTICE_CLASS,
    ratePerMin: smsPerMin,
    mmsRatePerMin: mmsPerMin,
    dailyCap,
    createdAtMs: clock.now(),
  })
}
