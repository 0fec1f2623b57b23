import { z } from 'zod'
import { readSetting, writeSetting } from '../db/repos/settings.ts'
import type { Reader, Writer } from '../db/schema.ts'
import type { StaffId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'

/** Whether messages go to real phones, since when, and by whose word. Off until somebody says otherwise. */
export interface RealSending {
  readonly isOn: boolean
  readonly staffId: StaffId
  readonly atMs: Instant
}

const KEY = 'sending.to_real_phones'

const stored = z.object({ isOn: z.boolean(), staffId: z.string(), atMs: z.number() })

/** Reads the switch; null while nobody ever touched it. */
export async function readRealSending(reader: Reader): Promise<RealSending | null> {
  const parsed = stored.safeParse(await readSetting(reader, KEY))
  return parsed.success ? { ...parsed.data, staffId: parsed.data.staffId as StaffId } : null
}

/** Turns the switch, with the name of who did. */
export async function writeRealSending(writer: Writer, real: RealSending): Promise<void> {
  await writeSetting(writer, KEY, real)
}
