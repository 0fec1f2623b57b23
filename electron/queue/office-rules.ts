import { z } from 'zod'
import { rulesOn, SHIPPED_RULES } from '../../shared/domain/sending-rules.ts'
import type { SendingRules } from '../../shared/domain/sending-rules.ts'
import { datedChanges } from '../../shared/ipc/contract/rules.ts'
import { isoDay } from '../../shared/time.ts'
import type { Instant } from '../../shared/time.ts'
import { readOfficeRules, readOfficeZone } from '../db/repos/sending-rules.ts'
import type { Reader } from '../db/schema.ts'

/** The rules as they are kept: with who wrote them and when. */
export const keptRules = z.array(datedChanges.extend({ staffId: z.string(), atMs: z.number() }))

/** The rules of the moment, and the zone of the office that goes by them. */
export interface OfficeRules {
  readonly rules: SendingRules
  readonly officeZone?: string
}

/** The rules that count at a moment: as shipped, with what the office says otherwise on that day. */
export async function officeRules(reader: Reader, nowMs: Instant): Promise<OfficeRules> {
  const zone = await readOfficeZone(reader)
  const kept = keptRules.optional().parse(await readOfficeRules(reader)) ?? []
  const rules = kept.length === 0 ? SHIPPED_RULES : rulesOn(isoDay(nowMs, zone ?? 'UTC'), kept)
  return zone === undefined ? { rules } : { rules, officeZone: zone }
}
