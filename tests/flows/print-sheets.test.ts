import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { knownSheets } from '../../electron/services/known-sheets.ts'
import type { InputOf, OutputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import type { Result } from '../../shared/result.ts'
import { LETTER_LAYOUT } from '../../shared/domain/opt-in-form-layout.ts'
import { HARBORVIEW_OFFICE } from '../../shared/domain/sample-forms.ts'
import { withCore } from '../support/core.ts'
import { withDesk } from '../support/desk.ts'
import { makeOffice, openOffice } from '../support/office-desk.ts'
import { inTempFolder } from '../support/store.ts'

type Sheet = InputOf<'sheets.check'>
const LETTER_EN = { language: 'en', paper: 'letter', size: 'regular' } as const
const sheet = (office: Partial<Sheet['office']> = {}, choice: Partial<Sheet['choice']> = {}): Sheet => ({
  office: { ...HARBORVIEW_OFFICE, ...office },
  choice: { ...LETTER_EN, ...choice },
})

describe('printing forms', () => {
  test('begins with what the desk knows, and remembers what was printed last', () =>
    withCore(async (core) => {
      expect((await core.ask('sheets.office', {})).office).toEqual(HARBORVIEW_OFFICE)
      const phone = '(206) 555-0188'
      await core.ask('sheets.print', { ...sheet({ phone }), count: 1 })
      expect((await core.ask('sheets.office', {})).office.phone).toBe(phone)
    }))

  test('prints the sheet that is out there as it is, and other words as the next edition', () =>
    withCore(async (core) => {
      expect(await core.ask('sheets.check', sheet())).toMatchObject({ code: 'EN-1', isNewEdition: false, missing: [] })
      const moved = sheet({ address: '2 Pier Road, Seattle, WA 98101' })
      expect(await core.ask('sheets.check', moved)).toMatchObject({ code: 'EN-2', isNewEdition: true })
      expect(await core.ask('sheets.print', { ...moved, count: 1 })).toMatchObject({ code: 'EN-2' })
      expect(await core.ask('sheets.check', moved)).toMatchObject({ code: 'EN-2', isNewEdition: false })
      // Back to the first words: back to the first edition, whose number stands on sheets that are still signed.
      expect(await core.ask('sheets.check', sheet())).toMatchObject({ code: 'EN-1', isNewEdition: false })
    }))

  test('counts other paper with the same edition, and large print and Spanish by themselves', () =>
    withCore(async (core) => {
      const moved = { address: '2 Pier Road, Seattle, WA 98101' }
      await core.ask('sheets.print', { ...sheet(moved), count: 1 })
      const codeOf = async (choice: Partial<Sheet['choice']>) =>
        (await core.ask('sheets.print', { ...sheet(moved, choice), count: 1 })).code
      expect(await codeOf({ paper: 'a4' })).toBe('EN-2-A4')
      expect(await codeOf({ size: 'large' })).toBe('EN-1-LP')
      expect(await codeOf({ language: 'es', paper: 'a4' })).toBe('ES-2-A4')
    }))

  test('gives each sheet a serial number of its own, of whatever kind, also after a restart', () =>
    withCore(async (core) => {
      const first = await core.ask('sheets.print', { ...sheet(), count: 3 })
      expect(first).toMatchObject({ first: '001001', last: '001003', name: 'EN-1 001001-001003.pdf' })
      expect((await PDFDocument.load(first.bytes)).getPageCount()).toBe(3)
      await core.restart()
      const alphabet = await core.ask('sheets.printAlphabet', { language: 'en', paper: 'letter', count: 2 })
      expect(alphabet).toMatchObject({ code: 'ALPHA-1', first: '001004', last: '001005' })
      expect(await core.ask('sheets.print', { ...sheet(), count: 1 })).toMatchObject({ first: '001006' })
    }))

  test('refuses to print what the checklist does not let through, and keeps nothing of it', () =>
    withCore(async (core) => {
      const links = { ...HARBORVIEW_OFFICE.links, en: { privacyAddress: '', termsAddress: '' } }
      const bare = sheet({ links })
      expect((await core.ask('sheets.check', bare)).missing).toEqual(['privacy_and_terms'])
      expect(await core.call('sheets.print', { ...bare, count: 5 })).toEqual({
        ok: false,
        error: { code: 'form_incomplete', points: ['privacy_and_terms'] },
      })
      expect((await core.ask('sheets.office', {})).office).toEqual(HARBORVIEW_OFFICE)
      const { versions } = await core.ask('forms.versions', {})
      expect(versions.map(({ code }) => code)).toEqual(['EN-1', 'ES-1'])
      expect(await core.ask('sheets.print', { ...sheet(), count: 1 })).toMatchObject({ first: '001001' })
    }))

  test('takes an address with its scheme and odd spaces as it stands on paper', () =>
    withCore(async (core) => {
      const en = {
        privacyAddress: ' https://harborview.example.org/privacy',
        termsAddress: 'HTTP://harborview.example.org/sms-terms',
      }
      const typed = sheet({ legalName: ' Harborview  Family Clinic', links: { ...HARBORVIEW_OFFICE.links, en } })
      expect(await core.ask('sheets.check', typed)).toMatchObject({ code: 'EN-1', isNewEdition: false })
    }))

  test('shows the sheet as a picture before anything is kept', () =>
    withCore(async (core) => {
      const picture = await core.ask('sheets.picture', sheet({}, { paper: 'a4', size: 'large' }))
      expect(picture.heightPx / picture.widthPx).toBeCloseTo(297 / 210, 2)
      expect([...picture.bytes.subarray(0, 2)]).toEqual([0xff, 0xd8])
      expect((await core.ask('forms.versions', {})).versions).toHaveLength(2)
    }))

  test('an edition that was printed is offered when a form is checked', () =>
    withCore(async (core) => {
      await core.ask('sheets.print', { ...sheet({}, { paper: 'a4' }), count: 1 })
      const { versions } = await core.ask('forms.versions', {})
      const a4 = versions.find(({ code }) => code === 'EN-1-A4')
      expect(a4?.sentences).toEqual(versions.find(({ code }) => code === 'EN-1')?.sentences)
    }))
})

describe('an office that prints for the first time', () => {
  test('finds its name there, is told what is missing, and then has an edition of its own', () =>
    inTempFolder(async (dataDir) => {
      await makeOffice(dataDir)
      const desk = await openOffice(dataDir)
      const ask = async <M extends 'sheets.office' | 'sheets.check' | 'sheets.print'>(method: M, input: InputOf<M>) => {
        const handler = desk.handlers[method] as (given: unknown, by: object) => Promise<Result<OutputOf<M>, AppError>>
        const answer = await handler(input, { caller: 'window' })
        if (!answer.ok) throw new Error(answer.error.code)
        return answer.value
      }
      try {
        const { office } = await ask('sheets.office', {})
        expect(office).toMatchObject({ legalName: 'Cedar Clinic', address: '', phone: '' })
        const bare = { office, choice: LETTER_EN }
        expect((await ask('sheets.check', bare)).missing).toEqual(['privacy_and_terms'])
        const links = { ...office.links, en: { privacyAddress: 'cedar.test/privacy', termsAddress: 'cedar.test/sms' } }
        const whole = { office: { ...office, links }, choice: LETTER_EN }
        expect(await ask('sheets.check', whole)).toMatchObject({ code: 'EN-2', isNewEdition: true, missing: [] })
        expect(await ask('sheets.print', { ...whole, count: 2 })).toMatchObject({ code: 'EN-2', first: '001001' })
      } finally {
        await desk.close()
      }
    }))
})

describe('the sheets that a desk knows', () => {
  test('are those that were printed, line for line, and the first ones', () =>
    withDesk(async ({ services, handlers }) => {
      const before = await knownSheets(services.store.db)
      expect(before.map(({ code, layout }) => [code, layout])).toEqual([
        ['EN-1', LETTER_LAYOUT],
        ['ES-1', LETTER_LAYOUT],
      ])
      const input = { ...sheet({}, { size: 'large' }), count: 1 }
      await handlers['sheets.print']?.(input, { caller: 'window' })
      const [newest] = await knownSheets(services.store.db)
      expect(newest).toMatchObject({ code: 'EN-1-LP', layout: { name: 'letter-large-2' } })
      expect(newest?.ink?.length).toBeGreaterThan(40)
    }))
})
