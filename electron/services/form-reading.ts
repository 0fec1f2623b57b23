import type { z } from 'zod'
import { PURPOSES } from '../../shared/domain/consent.ts'
import { boxOf } from '../../shared/domain/opt-in-form-layout.ts'
import type { FormVersion } from '../../shared/domain/opt-in-form.ts'
import type { FormId, FormReadingId } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { sheetPlaces, twinForm } from '../../shared/ipc/contract/form-reading.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { formsOfSerial, getFormReading, latestFormReading } from '../db/repos/form-readings.ts'
import type { KeptReading } from '../db/repos/form-readings.ts'
import { getForm } from '../db/repos/forms.ts'
import type { Reader } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { formRowsOf } from './form-rows.ts'
import { knownSheets } from './known-sheets.ts'

/**
 * Tells what the machine read on a sheet. One that still waits to be read goes before the others from now on. Fails with
 * `not_found`.
 */
export async function tellReading(
  desk: DeskServices,
  id: FormId,
): Promise<Result<OutputOf<'forms.reading'>, AppError>> {
  const { db } = desk.store
  const form = await getForm(db, id)
  if (!form) return err({ code: 'not_found', what: 'form' })
  const kept = await latestFormReading(db, id)
  if (kept) return ok(await told(db, kept))
  if (form.state !== 'to_check') return ok({ state: 'none' })
  desk.pileReading.hurry(id)
  return ok({ state: 'waiting' })
}

async function told(db: Reader, kept: KeptReading): Promise<OutputOf<'forms.reading'>> {
  const { id: readingId, outcome } = kept
  if (outcome.kind === 'unread') return { state: 'unread', readingId, cause: outcome.cause }
  const { reading, page, formVersionId } = outcome
  const sheet = (await knownSheets(db)).find(({ code }) => code === reading.formCode)
  // A sheet is read by an edition that is known; without it nobody could say where its fields are.
  if (!sheet) return { state: 'unread', readingId, cause: { code: 'unknown_version', formCode: reading.formCode } }
  const { widthPx, heightPx, pxPerMm } = page
  return {
    state: 'read',
    readingId,
    formVersionId,
    reading,
    page: { widthPx, heightPx, pxPerMm },
    places: placesOf(sheet),
    twins: await twinsOf(db, kept.formId, reading),
  }
}

function placesOf({ layout, labels }: FormVersion): z.output<typeof sheetPlaces> {
  return {
    combs: Object.fromEntries(layout.combs.map(({ name, groups, cells }) => [name, { groups, cells }])),
    boxes: Object.fromEntries(
      PURPOSES.flatMap((purpose) => {
        const box = boxOf(layout, purpose)
        return box ? [[purpose, box]] : []
      }),
    ),
    endings: layout.endingBoxes,
    signature: layout.signature,
    dateOrder: labels.dateLetters,
  }
}

async function twinsOf(
  db: Reader,
  formId: FormId,
  serial: { readonly formCode: string; readonly serial: string },
): Promise<z.output<typeof twinForm>[]> {
  const forms = await Promise.all((await formsOfSerial(db, serial, formId)).map((id) => getForm(db, id)))
  const rows = await formRowsOf(
    db,
    forms.filter((form) => form !== null),
  )
  return rows.map(({ id, name, state, addedAtMs, personName }) => ({ id, name, state, addedAtMs, personName }))
}

/** The straightened page of a reading. Fails with `not_found` and what the blob store refuses. */
export async function straightPage(
  desk: DeskServices,
  readingId: FormReadingId,
): Promise<Result<OutputOf<'forms.straightPage'>, AppError>> {
  const kept = await getFormReading(desk.store.db, readingId)
  if (kept?.outcome.kind !== 'read') return err({ code: 'not_found', what: 'reading' })
  const { sha256, widthPx, heightPx } = kept.outcome.page
  const bytes = await desk.blobs.get(sha256)
  return bytes.ok ? ok({ bytes: new Uint8Array(bytes.value), mediaType: 'image/jpeg', widthPx, heightPx }) : bytes
}
