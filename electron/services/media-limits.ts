import { mediaLimitBytes } from '../../shared/domain/media-limits.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { MediaPreset } from '../../shared/rules/media-limits.ts'
import { getLine } from '../db/repos/lines.ts'
import { readSetting, writeSetting } from '../db/repos/settings.ts'
import type { DeskServices } from '../desk/desk-services.ts'

type Limits = OutputOf<'media.limits'>

const PRESET = 'media.preset'

/** How large messages may be here, and where their pictures are put. */
export async function mediaLimits(desk: DeskServices): Promise<Limits> {
  const { db } = desk.store
  const line = await getLine(db, desk.lineId)
  const lineClass = line?.class ?? '10dlc'
  const preset = readPreset(await readSetting(db, PRESET))
  return { preset, lineClass, limitBytes: mediaLimitBytes(lineClass, preset), place: desk.mediaPlace.kind() }
}

/** Chooses how large messages may be from now on. */
export async function chooseMediaPreset(desk: DeskServices, preset: MediaPreset): Promise<Limits> {
  await writeSetting(desk.store.db, PRESET, preset)
  return mediaLimits(desk)
}

function readPreset(kept: unknown): MediaPreset {
  return kept === 'safe' || kept === 'large' ? kept : 'usual'
}
