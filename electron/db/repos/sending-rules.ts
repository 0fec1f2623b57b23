import { readSetting, writeSetting } from './settings.ts'
import type { Reader, Writer } from '../schema.ts'

const KEY = 'rules.office'

/** What the office says otherwise than the shipped rules, as it was written; the caller parses it. */
export async function readOfficeRules(reader: Reader): Promise<unknown> {
  return readSetting(reader, KEY)
}

/** Keeps what the office says otherwise, always whole. */
export async function writeOfficeRules(writer: Writer, dated: unknown): Promise<void> {
  await writeSetting(writer, KEY, dated)
}

/** The zone of the office, where it was told. */
export async function readOfficeZone(reader: Reader): Promise<string | undefined> {
  const practice = (await readSetting(reader, 'practice')) as { readonly zone?: string } | undefined
  return practice?.zone
}
