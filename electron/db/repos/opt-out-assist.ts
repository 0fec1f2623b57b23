import { z } from 'zod'
import type { LineId } from '../../../shared/ids.ts'
import type { Reader, Writer } from '../schema.ts'
import { readSetting, writeSetting } from './settings.ts'

const KEY = 'lines.opt_out_assist'

/** The lines on which the provider answers STOP and keeps the block by itself, as somebody here said. */
export async function readOptOutAssist(reader: Reader): Promise<ReadonlySet<LineId>> {
  const parsed = z.array(z.string()).safeParse(await readSetting(reader, KEY))
  return new Set((parsed.success ? parsed.data : []) as LineId[])
}

/** Notes whether the provider keeps the opt-outs of a line. */
export async function writeOptOutAssist(writer: Writer, id: LineId, isOn: boolean): Promise<void> {
  const others = [...(await readOptOutAssist(writer))].filter((line) => line !== id)
  await writeSetting(writer, KEY, isOn ? [...others, id] : others)
}
