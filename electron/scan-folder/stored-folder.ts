import { z } from 'zod'
import { readSetting, removeSetting, writeSetting } from '../db/repos/settings.ts'
import type { Reader, Writer } from '../db/schema.ts'

const KEY = 'scan_folder'

const storedFolder = z.object({ folder: z.string(), marks: z.record(z.string(), z.string()) })

/** The watched folder, and the mark of every file in it that was dealt with, by name. */
export interface StoredFolder {
  readonly folder: string
  readonly marks: Readonly<Record<string, string>>
}

/** The folder that is watched, or null. */
export async function readStoredFolder(reader: Reader): Promise<StoredFolder | null> {
  const read = storedFolder.safeParse(await readSetting(reader, KEY))
  return read.success ? read.data : null
}

/** Keeps which folder is watched and what of it was dealt with; null watches none. */
export async function writeStoredFolder(writer: Writer, stored: StoredFolder | null): Promise<void> {
  await (stored === null ? removeSetting(writer, KEY) : writeSetting(writer, KEY, stored))
}
