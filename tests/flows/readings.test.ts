import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { latestFormReading, nextFormToRead } from '../../electron/db/repos/form-readings.ts'
import { characterModelBeside } from '../../electron/desk/desk-reading.ts'
import { addForms } from '../../electron/services/add-forms.ts'
import { readForm } from '../../electron/services/read-form.ts'
import { SHEET_READER } from '../../electron/services/read-pile.ts'
import type { SheetOutcome } from '../../electron/workshop/port.ts'
import type { FormId } from '../../shared/ids.ts'
import type { InputOf, OutputOf } from '../../shared/ipc/contract.ts'
import { withCore } from '../support/core.ts'
import type { TestCore } from '../support/core.ts'
import { withDesk } from '../support/desk.ts'
import { pngFile } from '../support/form-files.ts'
import { EVERYTHING_TICKED, readOutcome, scriptedReader } from '../support/scripted-reader.ts'

type Read = Extract<OutputOf<'forms.reading'>, { state: 'read' }>

async function add(core: TestCore, name: string, seed: number): Promise<string> {
  const { added } = await core.ask('forms.add', { files: [{ name, bytes: new Uint8Array(await pngFile(seed)) }] })
  return added[0]?.id ?? ''
}

const settled = (core: TestCore, id: string) =>
  core.until('forms.reading', { id }, ({ state }) => state === 'read' || state === 'unread')

async function readOne(core: TestCore, name = 'a.png', seed = 1): Promise<{ id: string; read: Read }> {
  const id = await add(core, name, seed)
  const read = await settled(core, id)
  if (read.state !== 'read') throw new Error(`${name}: ${JSON.stringify(read)}`)
  return { id, read }
}

function decision(id: string, { formVersionId, readingId }: Read): InputOf<'forms.accept'> {
  return {
    id,
    formVersionId: formVersionId ?? '',
    readingId,
    openMs: 11_000,
    personId: null,
    givenName: 'Danielle',
    familyName: 'Okafor',
    phone: '206 555 0155',
    email: 'd@example.com',
    language: 'en',
    agreed: { care: true, marketing: true, group: true },
    isSigned: true,
    signedOn: '2026-11-18',
  }
}

const unread = (cause: Extract<SheetOutcome, { kind: 'unread' }>['cause']): SheetOutcome => ({ kind: 'unread', cause })

describe('reading what came in', () => {
  it('reads each sheet by itself, tells the list how far it is, and keeps page and reading through a restart', async () => {
    const reader = scriptedReader((name) =>
      name === 'b.png' ? unread({ code: 'corner_missing', corners: ['bottom_left'] }) : readOutcome(),
    )
    await withCore(
      async (core) => {
        const { id, read } = await readOne(core)
        expect(read.reading).toEqual(EVERYTHING_TICKED)
        expect(read.places.combs.mobile?.cells).toHaveLength(10)
        const other = await add(core, 'b.png', 2)
        const cause = { code: 'corner_missing', corners: ['bottom_left'] }
        expect(await settled(core, other)).toMatchObject({ state: 'unread', cause })
        const rows = (await core.ask('forms.list', {})).forms.slice(-2)
        expect(rows.map(({ reading, unreadCode }) => [reading, unreadCode])).toEqual([
          ['read', null],
          ['unread', 'corner_missing'],
        ])

        await core.restart()
        expect(await core.ask('forms.reading', { id })).toEqual(read)
        const page = await core.ask('forms.straightPage', { readingId: read.readingId })
        expect(page).toMatchObject({ mediaType: 'image/jpeg', widthPx: 60, heightPx: 40 })
        expect(reader.asked).toEqual(['a.png', 'b.png'])
      },
      { openLink: reader.openLink },
    )
  })

  it('takes up after the next start what was not read when Optdesk was closed, and never waits for it', async () => {
    const hanging = scriptedReader(() => 'hangs')
    const reading = scriptedReader(() => readOutcome())
    await withCore(
      async (core) => {
        const id = await add(core, 'a.png', 1)
        expect(await core.ask('forms.reading', { id })).toEqual({ state: 'waiting' })
        await core.restart({ openLink: reading.openLink })
        expect(await settled(core, id)).toMatchObject({ state: 'read' })
        expect(reading.asked).toEqual(['a.png'])
      },
      { openLink: hanging.openLink },
    )
  })

  it('keeps a file that kills the reader as unreadable, tries it once, and reads the next', async () => {
    const reader = scriptedReader((name) => (name === 'bad.png' ? 'dies' : readOutcome()))
    await withCore(
      async (core) => {
        const bad = await add(core, 'bad.png', 1)
        expect(await settled(core, bad)).toMatchObject({ state: 'unread', cause: { code: 'reader_failed' } })
        await readOne(core, 'good.png', 2)
        await core.restart()
        await readOne(core, 'third.png', 3)
        expect(reader.asked).toEqual(['bad.png', 'good.png', 'third.png'])
      },
      { openLink: reader.openLink },
    )
  })

  it('keeps nothing of a reading that has not its shape', async () => {
    const broken = { ...EVERYTHING_TICKED, signature: { isPresent: 'yes', confidence: 7 } } as never
    await withCore(
      async (core) => {
        const id = await add(core, 'a.png', 1)
        expect(await settled(core, id)).toMatchObject({ state: 'unread', cause: { code: 'reader_failed' } })
      },
      { openLink: scriptedReader(() => readOutcome(broken)).openLink },
    )
  })

  it('names the other sheets with the same serial number', async () => {
    await withCore(
      async (core) => {
        const { id } = await readOne(core, 'a.png', 1)
        const { read } = await readOne(core, 'again.png', 2)
        expect(read.twins).toMatchObject([{ id, name: 'a.png', state: 'to_check', personName: null }])
        const other = await readOne(core, 'b.png', 3)
        expect(other.read.twins).toEqual([])
      },
      {
        openLink: scriptedReader((name) =>
          readOutcome({ ...EVERYTHING_TICKED, serial: name === 'b.png' ? '000215' : '000214' }),
        ).openLink,
      },
    )
  })
})

describe('a reading and consent', () => {
  it('makes nobody and grants nothing by itself, however sure it is', async () => {
    await withCore(
      async (core) => {
        const before = (await core.ask('people.search', { text: '', after: null, limit: 1 })).total
        await readOne(core)
        expect((await core.ask('people.byPhone', { phone: '2065550155' })).people).toEqual([])
        expect((await core.ask('people.search', { text: '', after: null, limit: 1 })).total).toBe(before)
      },
      { openLink: scriptedReader(() => readOutcome()).openLink },
    )
  })

  it('grants what the person pressed and not what was read, and logs each difference', async () => {
    await withCore(
      async (core) => {
        const { id, read } = await readOne(core)
        const agreed = { care: true, marketing: false, group: false }
        const accepted = await core.ask('forms.accept', {
          ...decision(id, read),
          agreed,
          phone: '206 555 0156',
          familyName: 'OKAFOR',
        })
        const person = await core.ask('people.get', { id: accepted.personId })
        const granted = person.timeline.flatMap((entry) => (entry.type === 'consent' ? [entry.purpose] : []))
        expect(granted).toEqual(['care'])
        const { decision: decided } = await core.ask('forms.get', { id })
        expect(decided?.check).toEqual({
          wasRead: true,
          openMs: 11_000,
          changed: [
            { field: 'phone', read: '2065550155', saved: '206 555 0156', isChanged: true },
            { field: 'marketing', read: 'ticked', saved: 'no', isChanged: true },
            { field: 'group', read: 'ticked', saved: 'no', isChanged: true },
          ],
        })
      },
      { openLink: scriptedReader(() => readOutcome()).openLink },
    )
  })

  it('refuses a day on which the edition was not in use yet', async () => {
    await withCore(
      async (core) => {
        const { id, read } = await readOne(core)
        const refused = await core.call('forms.accept', { ...decision(id, read), signedOn: '2024-11-18' })
        expect(refused).toMatchObject({ ok: false, error: { code: 'date_before_form', inUseSince: '2025-01-06' } })
      },
      { openLink: scriptedReader(() => readOutcome()).openLink },
    )
  })
})

describe('a newer reader', () => {
  it('reads what still waits once more, and changes nothing of what was read before', async () => {
    await withDesk(async ({ services }) => {
      const { db } = services.store
      const bytes = new Uint8Array(await pngFile())
      const added = await addForms(services, { files: [{ name: 'a.png', bytes }] })
      const id = (added.ok && (added.value.added[0]?.id as FormId)) || ('' as FormId)
      const parts = { ...services, modelPath: characterModelBeside(services.sampleDir) }
      await readForm(parts, id, SHEET_READER)
      expect(await nextFormToRead(db, SHEET_READER)).toBeNull()
      expect(await nextFormToRead(db, 'newer')).toBe(id)
      expect(await readForm(parts, id, 'newer')).toEqual({ ok: true, value: true })
      expect(await readForm(parts, id, 'newer')).toEqual({ ok: true, value: false })
      expect((await latestFormReading(db, id))?.reader).toBe('newer')
      for (const change of ["UPDATE form_reading SET serial = 'x'", 'DELETE FROM form_reading']) {
        await expect(sql.raw(change).execute(db)).rejects.toThrow('append-only')
      }
    })
  })
})

describe('what is typed', () => {
  it('is checked as it will be on saving', async () => {
    await withCore(async (core) => {
      const check = (phone: string, email: string, signedOn: string | null) =>
        core.ask('forms.checkTyped', { formVersionId: null, phone, email, signedOn })
      expect(await check('206 555 015', 'a@gmial.com', '2027-11-18')).toMatchObject({
        phone: { code: 'phone_too_short', digits: 9 },
        e164: null,
        email: null,
        emailDoubt: { ending: 'gmial.com', meant: 'gmail.com' },
        date: { code: 'date_in_future' },
      })
      expect(await check('206 555 0155', 'a@b', '2026-11-18')).toMatchObject({
        phone: null,
        e164: '+12065550155',
        email: { code: 'email_not_valid' },
        date: null,
      })
      expect(await check('', '', null)).toMatchObject({ phone: null, email: null, emailDoubt: null, date: null })
      expect((await check('', 'a@harborview.org', null)).emailDoubt).toEqual({ ending: 'harborview.org', meant: null })
    })
  })
})
