import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { shiftDaySheet } from '../../shared/domain/sample-practice.ts'
import type { SampleForm } from '../../shared/domain/sample-practice.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { addDays, isoDay } from '../../shared/time.ts'
import type { DeskServices } from '../desk/desk-services.ts'

type NotPractice = { readonly code: 'practice_only' }

/** The filled sample sheets, each file once. Fails with `practice_only` on the office desk. */
export async function sampleForms(desk: DeskServices): Promise<Result<OutputOf<'samples.forms'>, NotPractice>> {
  if (!desk.isPractice) return err({ code: 'practice_only' })
  const sheets = JSON.parse(await readFile(join(desk.sampleDir, 'forms.json'), 'utf8')) as readonly SampleForm[]
  const names = [...new Set(sheets.map(({ file }) => file))]
  const files = names.map(async (name) => ({ name, bytes: await bytesOf(desk, name) }))
  return ok({ files: await Promise.all(files) })
}

/** The sample day sheet, moved to tomorrow so that there is still time to tell people. Fails with `practice_only`. */
export async function sampleDaySheet(desk: DeskServices): Promise<Result<OutputOf<'samples.daySheet'>, NotPractice>> {
  if (!desk.isPractice) return err({ code: 'practice_only' })
  const name = 'day-sheet.csv'
  const tomorrow = addDays(isoDay(desk.clock.now(), desk.practiceZone()), 1)
  const csv = shiftDaySheet(await readFile(join(desk.sampleDir, name), 'utf8'), tomorrow)
  return ok({ name, bytes: new TextEncoder().encode(csv) })
}

async function bytesOf({ sampleDir }: DeskServices, name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(join(sampleDir, name)))
}
