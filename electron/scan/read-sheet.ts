import type { FieldReading, RectifiedPage, SheetReading, UnreadCause } from '../../shared/domain/form-reading.ts'
import type { Purpose } from '../../shared/domain/consent.ts'
import type { CombField, CombName } from '../../shared/domain/opt-in-form-layout.ts'
import type { FormVersion } from '../../shared/domain/opt-in-form.ts'
import { readField } from '../../shared/domain/reading-grammar.ts'
import { ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { findSheet } from './find-sheet.ts'
import type { CharacterReader } from './readers/characters.ts'
import { readBoxes } from './vision/boxes.ts'
import { cellInput } from './vision/cell-input.ts'
import { evenlyLit } from './vision/light.ts'
import type { GreyPicture } from './vision/picture.ts'
import { rectify } from './vision/rectify.ts'
import { readSignature } from './vision/signature.ts'
import { snappedComb } from './vision/snap.ts'

/** A sheet as the machine read it, and the straightened page that it read. */
export interface ReadSheet {
  readonly reading: Omit<SheetReading, 'tookMs'>
  readonly page: RectifiedPage
}

/**
 * Reads the one sheet in a picture: corner marks, code, the page straightened and evenly lit, then each field where its
 * printed outline is really seen. Fails with the cause for which a person can take a better picture. Nothing here decides
 * anything: what is read is a proposal.
 */
export async function readSheet(
  picture: GreyPicture,
  versions: readonly FormVersion[],
  characters: CharacterReader,
): Promise<Result<ReadSheet, UnreadCause>> {
  const found = findSheet(picture, versions)
  if (!found.ok) return found
  const { version, code, toPicture } = found.value
  const page = rectify(picture, version.layout, toPicture)
  const lit = evenlyLit(page)
  return ok({
    page,
    reading: {
      ...code,
      fields: await readFields(lit, version.layout.combs, characters),
      boxes: boxesOf(lit, version),
      signature: readSignature(lit, version),
      model: characters.model,
    },
  })
}

function boxesOf(page: RectifiedPage, { layout }: FormVersion): SheetReading['boxes'] {
  const read = readBoxes(page, layout.consentBoxes)
  return Object.fromEntries(read.map(({ box, reading }): [Purpose, typeof reading] => [box.purpose, reading]))
}

async function readFields(
  page: RectifiedPage,
  combs: readonly CombField[],
  characters: CharacterReader,
): Promise<SheetReading['fields']> {
  const fields: Partial<Record<CombName, FieldReading>> = {}
  for (const printed of combs) {
    const comb = snappedComb(page, printed)
    const cells = comb.cells.map((cell) => cellInput(page, cell))
    fields[comb.name] = readField(comb, await characters.read(cells, comb.characters))
  }
  return fields
}
