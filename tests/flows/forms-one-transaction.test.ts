import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { verifyConsentChain } from '../../electron/db/repos/consent-events.ts'
import type { Desk } from '../../electron/desk/open-desk.ts'
import { acceptForm } from '../../electron/services/accept-form.ts'
import { addForms } from '../../electron/services/add-forms.ts'
import type { ParsedInputOf } from '../../shared/ipc/contract.ts'
import { withDesk } from '../support/desk.ts'
import { pngFile } from '../support/form-files.ts'

const TABLES = ['person', 'phone_number', 'consent_event', 'message', 'delivery', 'audit_event'] as const

async function counts({ services }: Desk): Promise<Readonly<Record<string, number>>> {
  const rows = await Promise.all(
    TABLES.map(async (table) => {
      const {
        rows: [row],
      } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(services.store.db)
      return [table, row?.n ?? -1] as const
    }),
  )
  return Object.fromEntries(rows)
}

async function waitingForm({ services }: Desk): Promise<ParsedInputOf<'forms.accept'>> {
  const added = await addForms(services, { files: [{ name: 'a.png', bytes: new Uint8Array(await pngFile()) }] })
  const version = await services.store.db.selectFrom('form_version').select('id').executeTakeFirstOrThrow()
  return {
    id: (added.ok && added.value.added[0]?.id) || '',
    formVersionId: version.id,
    personId: null,
    givenName: 'Danielle',
    familyName: 'Test',
    phone: '2065550155',
    email: '',
    language: 'en',
    agreed: { care: true, marketing: true, group: false },
    isSigned: true,
    signedOn: '2026-11-18',
  }
}

describe('accepting a form', () => {
  it('leaves nothing half-saved, at whichever step it fails', async () => {
    await withDesk(async (desk) => {
      const { db } = desk.services.store
      const input = await waitingForm(desk)
      const before = await counts(desk)
      const steps = [
        'INSERT ON person',
        'INSERT ON phone_number',
        'UPDATE ON form',
        'INSERT ON consent_event',
        'INSERT ON message',
        'INSERT ON delivery',
      ]
      for (const step of steps) {
        await sql.raw(`CREATE TRIGGER fails BEFORE ${step} BEGIN SELECT RAISE (ABORT, 'test'); END`).execute(db)
        await expect(acceptForm(desk.services, input), step).rejects.toThrow('test')
        await sql.raw('DROP TRIGGER fails').execute(db)
        expect(await counts(desk), step).toEqual(before)
      }
      expect(await acceptForm(desk.services, input)).toMatchObject({ ok: true })
      const after = await counts(desk)
      expect(after['person']).toBe((before['person'] ?? 0) + 1)
      expect(after['consent_event']).toBe((before['consent_event'] ?? 0) + 2)
      expect(after['delivery']).toBe((before['delivery'] ?? 0) + 1)
      expect(await verifyConsentChain(db)).toMatchObject({ isWhole: true })
    })
  })

  it('answers a full disk as such, saves nothing, and goes on once there is space', async () => {
    await withDesk(async (desk) => {
      const { db } = desk.services.store
      const input = await waitingForm(desk)
      const before = await counts(desk)
      const accept = desk.handlers['forms.accept']
      await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db)
      const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(db)
      await sql.raw(`PRAGMA max_page_count = ${rows[0]?.page_count ?? 0}`).execute(db)
      await fillFreePages(desk)
      const refused = await accept?.(input, { caller: 'window' })
      expect(refused).toMatchObject({ ok: false, error: { code: 'disk_full' } })
      expect(await counts(desk)).toEqual(before)

      await sql.raw('PRAGMA max_page_count = 1000000').execute(db)
      expect(await accept?.(input, { caller: 'window' })).toMatchObject({ ok: true })
      expect((await counts(desk))['audit_event']).toBe((before['audit_event'] ?? 0) + 1)
    })
  })
})

/** Fills what is still free inside the file, until the store refuses one byte more. */
async function fillFreePages({ services }: Desk): Promise<void> {
  for (let n = 0; ; n += 1) {
    try {
      const value = JSON.stringify('x'.repeat(n < 50 ? 20_000 : 100))
      await services.store.db
        .insertInto('setting')
        .values({ key: `filler ${n}`, value })
        .execute()
    } catch {
      if (n > 60) return
    }
    if (n > 3000) throw new Error('The disk is never full')
  }
}
