import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Store } from '../../electron/db/open.ts'
import { listFormVersions } from '../../electron/db/repos/form-versions.ts'
import { addPrintRun, lastSerial } from '../../electron/db/repos/print-runs.ts'
import { knownSheets } from '../../electron/services/known-sheets.ts'
import type { PrintRunId, StaffId } from '../../shared/ids.ts'
import { inTempFolder, withStore } from '../support/store.ts'
import { inStore, optionsIn } from './old-store.ts'

const STEPS_BEFORE = 6

const staff = ({ db }: Store) =>
  sql.raw(`INSERT INTO staff (id, name, created_at_ms) VALUES ('s', 'Ana', 1)`).execute(db)
const run = (store: Store, firstSerial: number, sheetCount: number) =>
  addPrintRun(store.db, {
    id: `r${firstSerial}` as PrintRunId,
    sheetCode: 'EN-1',
    formVersionId: null,
    firstSerial,
    sheetCount,
    staffId: 's' as StaffId,
    printedAtMs: 1,
  })

test('a serial number that was given to a sheet is never given to another', () =>
  withStore(async (store) => {
    await staff(store)
    expect(await lastSerial(store.db)).toBeNull()
    await run(store, 1001, 5)
    expect(await lastSerial(store.db)).toBe(1005)
    for (const taken of [1001, 1003, 1005, 1]) await expect(run(store, taken, 1)).rejects.toThrow('serial used before')
    await run(store, 1006, 1)
    await expect(sql`UPDATE print_run SET first_serial = 1`.execute(store.db)).rejects.toThrow('append-only')
    await expect(sql`DELETE FROM print_run`.execute(store.db)).rejects.toThrow('append-only')
  }))

test('versions of a store that kept no sheets stay, are read by the first layout, and change no more', () =>
  inTempFolder(async (dir) => {
    await inStore(optionsIn(dir, STEPS_BEFORE), async ({ db }) => {
      await sql
        .raw(
          `INSERT INTO form_version (id, code, language, wording, wording_sha256, sentences, created_at_ms)
           VALUES ('v', 'EN-1', 'en', 'w', '${'a'.repeat(64)}', '{"care":"c","marketing":"","group":""}', 1)`,
        )
        .execute(db)
    })
    await inStore(optionsIn(dir), async ({ db }) => {
      expect(await listFormVersions(db)).toMatchObject([{ code: 'EN-1', wording: 'w', sheet: null }])
      expect((await knownSheets(db)).map(({ layout }) => layout.name)).toEqual(['letter-1'])
      await expect(sql`UPDATE form_version SET wording = 'x'`.execute(db)).rejects.toThrow('append-only')
      await expect(sql`DELETE FROM form_version`.execute(db)).rejects.toThrow('append-only')
    })
  }))
