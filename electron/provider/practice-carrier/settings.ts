import { z } from 'zod'
import { readSetting, writeSetting } from '../../db/repos/settings.ts'
import type { Reader, Writer } from '../../db/schema.ts'

/** How the practice carrier behaves; the fields are explained in `shared/ipc/contract/queue.ts`. */
export interface CarrierSettings {
  readonly isPortOpen: boolean
  readonly answerDelayMs: number
  readonly receiptDelayMs: number
  readonly isThrottling: boolean
  readonly failPercent: number
  readonly isCuttingAnswers: boolean
  readonly isAnswering: boolean
}

/** A good day: everything arrives after a moment, and some people answer. */
export const GOOD_DAY: CarrierSettings = {
  isPortOpen: true,
  answerDelayMs: 150,
  receiptDelayMs: 2_000,
  isThrottling: false,
  failPercent: 0,
  isCuttingAnswers: false,
  isAnswering: true,
}

const KEY = 'practice_carrier'

const stored = z.object({
  isPortOpen: z.boolean(),
  answerDelayMs: z.number(),
  receiptDelayMs: z.number(),
  isThrottling: z.boolean(),
  failPercent: z.number(),
  isCuttingAnswers: z.boolean(),
  isAnswering: z.boolean(),
})

/** Reads the settings as they were left, so that a network switched off stays off over a restart. */
export async function readCarrierSettings(reader: Reader): Promise<CarrierSettings> {
  const parsed = stored.partial().safeParse(await readSetting(reader, KEY))
  return parsed.success ? ({ ...GOOD_DAY, ...parsed.data } as CarrierSettings) : GOOD_DAY
}

/** Keeps the settings. */
export async function writeCarrierSettings(writer: Writer, settings: CarrierSettings): Promise<void> {
  await writeSetting(writer, KEY, settings)
}
