import { describe, expect, it } from 'vitest'
import { latestAuditEvents, verifyAuditChain } from '../../electron/db/repos/audit-events.ts'
import { sql } from 'kysely'
import { withDesk } from '../support/desk.ts'
import { pngFile } from '../support/form-files.ts'

const WINDOW = { caller: 'window' } as const

describe('the audit trail', () => {
  it('notes each write once with who and what, and neither a name nor a word', async () => {
    await withDesk(async ({ handlers, services }) => {
      const { db } = services.store
      const bytes = new Uint8Array(await pngFile())
      await handlers['forms.add']?.({ files: [{ name: 'secret-name.png', bytes }] }, WINDOW)
      await handlers['forms.list']?.({}, WINDOW)
      await handlers['people.optOut']?.({ e164: '+12065550112', how: 'by_phone', words: 'secret words' }, WINDOW)
      await handlers['people.save']?.(
        { id: null, givenName: '', familyName: '', email: '', language: 'en', phone: '' },
        WINDOW,
      )
      const events = await latestAuditEvents(db, 10)
      expect(events).toMatchObject([
        {
          action: 'people.optOut',
          subject: '+12065550112',
          staffId: services.staffId(),
          facts: { caller: 'window', blockedDeliveries: 0 },
        },
        { action: 'forms.add', subject: null, facts: { added: 1, refused: 0 } },
      ])
      expect(JSON.stringify(events)).not.toContain('secret')
      expect(await verifyAuditChain(db)).toMatchObject({ isWhole: true, count: 2 })
    })
  })

  it('owes what a full disk refuses, and writes it with the next entry', async () => {
    await withDesk(async ({ services, trail }) => {
      const { db } = services.store
      const entry = (action: string) => ({ action, subject: null, facts: {} })
      await sql
        .raw("CREATE TRIGGER fails BEFORE INSERT ON audit_event BEGIN SELECT RAISE (ABORT, 'test'); END")
        .execute(db)
      await trail.note(entry('first'))
      expect(await latestAuditEvents(db, 10)).toEqual([])
      await sql.raw('DROP TRIGGER fails').execute(db)
      await trail.note(entry('second'))
      expect((await latestAuditEvents(db, 10)).map(({ action }) => action)).toEqual(['second', 'first'])
    })
  })
})
