import { z } from 'zod'
import { STOP_CHOICES } from '../../shared/domain/stop-scope.ts'
import { readSetting, writeSetting } from '../db/repos/settings.ts'
import type { Reader, Writer } from '../db/schema.ts'

/** What the office chose about stops. */
const optOutChoices = z.object({
  /** What a bare STOP ends. */
  stopEnds: z.enum(STOP_CHOICES).default('everything'),
})
export type OptOutChoices = z.output<typeof optOutChoices>

const KEY = 'opt_out.choices'

/** Reads what the office chose; at first a STOP ends everything. */
export async function readOptOutChoices(reader: Reader): Promise<OptOutChoices> {
  return optOutChoices.parse((await readSetting(reader, KEY)) ?? {})
}

/** Keeps what the office chose. */
export function writeOptOutChoices(writer: Writer, choices: OptOutChoices): Promise<void> {
  return writeSetting(writer, KEY, choices)
}
