import type { LineId, StaffId } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import { listLines } from '../db/repos/lines.ts'
import { readSetting, writeSetting } from '../db/repos/settings.ts'
import type { Reader, Writer } from '../db/schema.ts'

/** Who the office is, as messages and pages name it. `zone` is an IANA name. */
export type Practice = OutputOf<'practice.get'>
/** How the window looks. */
export type Preferences = OutputOf<'preferences.get'>

/** What the desk knows of itself. It is read once at opening and kept in memory, because every service asks for it. */
export interface DeskSettings {
  readonly practice: () => Practice
  readonly staffId: () => StaffId
  readonly preferences: () => Preferences
  /** The sending number by which new messages leave: the one that was chosen, or else the first. */
  readonly lineId: () => LineId
  readonly savePractice: (practice: Practice) => Promise<void>
  readonly signIn: (staffId: StaffId) => Promise<void>
  readonly saveLineId: (lineId: LineId) => Promise<void>
  readonly savePreferences: (preferences: Preferences) => Promise<void>
}

const PRACTICE = 'practice'
const STAFF = 'staff.current_id'
const PREFERENCES = 'preferences'
const LINE = 'lines.default_id'

const FIRST_PREFERENCES: Preferences = { theme: 'system', language: 'en' }

/** What a new store must be told before it can be opened as a desk. */
export interface FirstSettings {
  readonly practice: Practice
  readonly staffId: StaffId
}

/** Tells a new store who the practice is and who sits there. Call it in the transaction that fills the store. */
export async function writeFirstSettings(writer: Writer, { practice, staffId }: FirstSettings): Promise<void> {
  await writeSetting(writer, PRACTICE, practice)
  await writeSetting(writer, STAFF, staffId)
  await writeSetting(writer, PREFERENCES, { ...FIRST_PREFERENCES, language: practice.language })
}

/** True once {@link writeFirstSettings} is on disk: the store was filled to its end. */
export async function hasFirstSettings(reader: Reader): Promise<boolean> {
  return (await readSetting(reader, STAFF)) !== undefined
}

/** Reads the settings of a filled store. */
export async function openDeskSettings(db: Writer): Promise<DeskSettings> {
  // Only this file writes these keys, always whole.
  let practice = (await readSetting(db, PRACTICE)) as Practice
  let staffId = (await readSetting(db, STAFF)) as StaffId
  let preferences = { ...FIRST_PREFERENCES, ...((await readSetting(db, PREFERENCES)) as Partial<Preferences>) }
  let lineId = await defaultLine(db)
  return {
    practice: () => practice,
    staffId: () => staffId,
    lineId: () => lineId,
    saveLineId: async (id) => {
      await writeSetting(db, LINE, id)
      lineId = id
    },
    preferences: () => preferences,
    savePractice: async (changed) => {
      await writeSetting(db, PRACTICE, changed)
      practice = changed
    },
    signIn: async (id) => {
      await writeSetting(db, STAFF, id)
      staffId = id
    },
    savePreferences: async (changed) => {
      await writeSetting(db, PREFERENCES, changed)
      preferences = changed
    },
  }
}

async function defaultLine(reader: Reader): Promise<LineId> {
  const lines = await listLines(reader)
  const chosen = await readSetting(reader, LINE)
  const line = lines.find(({ id }) => id === chosen) ?? lines[0]
  if (!line) throw new Error('The desk has no line')
  return line.id
}
