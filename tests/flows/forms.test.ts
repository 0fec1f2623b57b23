import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { InputOf } from '../../shared/ipc/contract.ts'
import { SAMPLE_DIR, withCore } from '../support/core.ts'
import type { TestCore } from '../support/core.ts'
import { hugePngHeader, jpegFile, lockedPdfFile, pdfFile, pngFile } from '../support/form-files.ts'

const sample = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(SAMPLE_DIR, name))) })
const file = (name: string, bytes: Uint8Array) => ({ name, bytes: new Uint8Array(bytes) })
const CARE = { care: true, marketing: false, group: false }

async function addOne(core: TestCore, seed = 1): Promise<string> {
  const { added } = await core.ask('forms.add', { files: [file(`form-${seed}.png`, await pngFile(seed))] })
  return added[0]?.id ?? ''
}

async function decision(core: TestCore, id: string): Promise<InputOf<'forms.accept'>> {
  const { versions } = await core.ask('forms.versions', {})
  return {
    id,
    formVersionId: versions.find(({ code }) => code === 'EN-1')?.id ?? '',
    personId: null,
    givenName: 'Danielle',
    familyName: 'Test',
    phone: '(206) 555-0155',
    email: 'd@example.com',
    language: 'en',
    agreed: CARE,
    isSigned: true,
    signedOn: '2026-11-18',
  }
}

describe('taking forms in', () => {
  it('keeps every sample sheet and shows it upright', async () => {
    await withCore(async (core) => {
      const names = ['okafor-flatbed.jpg', 'quinones-phone.jpg', 'pile-of-two.pdf', 'ramanathan-not-signed.jpg']
      const { added, refused } = await core.ask('forms.add', { files: names.map(sample) })
      expect(refused).toEqual([])
      expect(added.map(({ name, pageNo, pageCount }) => `${name} ${pageNo}/${pageCount}`)).toEqual([
        'okafor-flatbed.jpg 1/1',
        'quinones-phone.jpg 1/1',
        'pile-of-two.pdf 1/2',
        'pile-of-two.pdf 2/2',
        'ramanathan-not-signed.jpg 1/1',
      ])
      for (const { id } of added) {
        const page = await core.ask('forms.page', { id })
        expect(page.heightPx).toBeGreaterThan(page.widthPx)
        expect(Buffer.from(page.bytes.subarray(0, 3)).toString('hex')).toBe('ffd8ff')
      }
      const { counts } = await core.ask('forms.list', { state: 'to_check' })
      expect(counts.toCheck).toBe(5)
    })
  })

  it('answers each bad file with its cause and takes the good one beside it', async () => {
    await withCore(async (core) => {
      const png = await pngFile(7)
      const words = new TextEncoder().encode('Dear Sir')
      const { added, refused } = await core.ask('forms.add', {
        files: [
          file('empty.jpg', new Uint8Array()),
          file('big.jpg', new Uint8Array(20_000_000 + 1)),
          file('letter.docx', words),
          file('cut.png', png.subarray(0, png.length - 12)),
          file('locked.pdf', await lockedPdfFile()),
          file('long.pdf', await pdfFile(101)),
          file('bomb.png', await hugePngHeader()),
          file('C:\\scans\\good.png', png),
          file('again.png', png),
        ],
      })
      expect(refused.map(({ error }) => error.code)).toEqual([
        'file_empty',
        'file_too_big',
        'file_not_picture',
        'file_broken',
        'file_locked',
        'pdf_too_many_pages',
        'picture_too_many_pixels',
        'form_already_added',
      ])
      expect(added.map(({ name }) => name)).toEqual(['good.png'])
      expect(refused.at(-1)?.error).toMatchObject({ name: 'again.png', formId: added[0]?.id })
    })
  })

  it('shows a page again after a restart, from the kept original alone', async () => {
    await withCore(async (core) => {
      const { added } = await core.ask('forms.add', { files: [file('phone.jpg', await jpegFile(6))] })
      await core.restart()
      const page = await core.ask('forms.page', { id: added[0]?.id ?? '' })
      expect([page.widthPx, page.heightPx]).toEqual([40, 60])
    })
  })
})

describe('checking a form', () => {
  it('makes a person, the consent of the ticked boxes with its proof, and one confirmation text', async () => {
    await withCore(async (core) => {
      const id = await addOne(core)
      const next = await addOne(core, 2)
      const input = await decision(core, id)
      const accepted = await core.ask('forms.accept', { ...input, agreed: { ...CARE, marketing: true } })
      expect(accepted).toMatchObject({ e164: '+12065550155', isConfirmationQueued: true, nextFormId: next })

      const person = await core.ask('people.get', { id: accepted.personId })
      expect(person).toMatchObject({
        displayName: 'Danielle Test',
        email: 'd@example.com',
        zone: 'America/Los_Angeles',
      })
      expect(person.numbers[0]?.consents.map(({ purpose, state }) => `${purpose} ${state}`)).toEqual([
        'care granted',
        'marketing granted',
        'group none',
      ])
      expect(person.numbers[0]?.consents[0]).toMatchObject({ source: 'paper', formId: id, formCode: 'EN-1' })
      expect(person.timeline.filter(({ type }) => type === 'message_out')).toHaveLength(1)

      const detail = await core.ask('forms.get', { id })
      expect(detail).toMatchObject({ state: 'accepted', personName: 'Danielle Test' })
      expect(detail.decision).toMatchObject({ staffName: 'Elena Marsh', signedOn: '2026-11-18', formCode: 'EN-1' })
    })
  })

  it('says "not confirmed" until the confirmation text has arrived, then "may text"', async () => {
    await withCore(async (core) => {
      await core.ask('carrier.set', { receiptDelayMs: 0, answerDelayMs: 0, isAnswering: false })
      await core.ask('queue.pause', { isPaused: true })
      const { personId } = await core.ask('forms.accept', await decision(core, await addOne(core)))
      expect((await core.ask('people.get', { id: personId })).numbers[0]?.state).toBe('not_confirmed')
      await core.ask('queue.pause', { isPaused: false })
      const stateOf = (person: { numbers: readonly { state: string }[] }) => person.numbers[0]?.state
      const reached = await core.until('people.get', { id: personId }, (person) => stateOf(person) === 'may_text')
      expect(reached.timeline.find(({ type }) => type === 'message_out')).toMatchObject({ state: 'delivered' })
      const { book } = await core.ask('carrier.get', {})
      expect(book.map(({ text }) => text)).toEqual([
        expect.stringMatching(/^Harborview Family Clinic: .*STOP to end\.$/),
      ])
    })
  })

  it('keeps a number blocked that said stop: paper alone does not undo it', async () => {
    await withCore(async (core) => {
      const stopped = { e164: '+12065550155', how: 'by_phone', words: 'No more, please' } as const
      await core.ask('people.optOut', stopped)
      const accepted = await core.ask('forms.accept', await decision(core, await addOne(core)))
      expect(accepted.isConfirmationQueued).toBe(false)
      const person = await core.ask('people.get', { id: accepted.personId })
      expect(person.numbers[0]).toMatchObject({ state: 'said_stop', optOut: { source: 'by_phone' } })
      expect(person.timeline.map(({ type }) => type)).toContain('form')
      expect(person.timeline.some(({ type }) => type === 'message_out')).toBe(false)
    })
  })

  it('adds to a known person without renaming them', async () => {
    await withCore(async (core) => {
      const { personId } = await core.ask('people.save', {
        id: null,
        givenName: 'Dani',
        familyName: 'Known',
        email: '',
        language: 'en',
        phone: '',
      })
      const input = await decision(core, await addOne(core))
      expect((await core.ask('forms.accept', { ...input, personId })).personId).toBe(personId)
      const person = await core.ask('people.get', { id: personId })
      expect(person).toMatchObject({ displayName: 'Dani Known', email: 'd@example.com' })
      expect(person.numbers).toHaveLength(1)
    })
  })

  it('leaves no consent for empty boxes, and writes to nobody for group threads alone', async () => {
    await withCore(async (core) => {
      const nothing = { ...(await decision(core, await addOne(core))), agreed: { ...CARE, care: false } }
      const none = await core.ask('forms.accept', nothing)
      expect(none.isConfirmationQueued).toBe(false)
      const person = await core.ask('people.get', { id: none.personId })
      expect(person.numbers[0]?.state).toBe('did_not_agree')
      expect(person.timeline.map(({ type }) => type)).toEqual(['form'])

      const other = await decision(core, await addOne(core, 2))
      const agreed = { care: false, marketing: false, group: true }
      const group = await core.ask('forms.accept', { ...other, agreed, phone: '206 555 0156' })
      expect(group.isConfirmationQueued).toBe(false)
    })
  })

  it('refuses what a person typed wrong, each by its cause, and leaves the form waiting', async () => {
    await withCore(async (core) => {
      const id = await addOne(core)
      const input = await decision(core, id)
      const wrong: [Partial<InputOf<'forms.accept'>>, object][] = [
        [{ isSigned: false }, { code: 'form_not_signed' }],
        [{ givenName: ' ', familyName: '' }, { code: 'name_missing' }],
        [{ phone: '' }, { code: 'phone_empty' }],
        [{ phone: '206 555 01' }, { code: 'phone_too_short', digits: 8 }],
        [{ phone: '206 555 0155 99' }, { code: 'phone_too_long' }],
        [{ phone: '206 CALL NOW' }, { code: 'phone_letters' }],
        [{ phone: '900 234 5678' }, { code: 'phone_premium' }],
        [{ email: 'danielle at home' }, { code: 'email_not_valid' }],
        [{ signedOn: '2026-02-30' }, { code: 'date_not_valid' }],
        [{ signedOn: '2026-11-25' }, { code: 'date_in_future' }],
        [{ formVersionId: 'nope' }, { code: 'not_found', what: 'form_version' }],
        [{ personId: 'nope' }, { code: 'not_found', what: 'person' }],
        [{ id: 'nope' }, { code: 'not_found', what: 'form' }],
      ]
      for (const [changes, error] of wrong) {
        expect(await core.call('forms.accept', { ...input, ...changes })).toMatchObject({ ok: false, error })
      }
      expect((await core.ask('forms.get', { id })).state).toBe('to_check')
      await core.ask('forms.accept', input)
      const again = await core.call('forms.accept', input)
      expect(again).toEqual({ ok: false, error: { code: 'form_not_waiting', state: 'accepted' } })
    })
  })

  it('sets a form aside with its reason and takes it back', async () => {
    await withCore(async (core) => {
      const [first, second] = [await addOne(core), await addOne(core, 2)]
      const aside = await core.ask('forms.setAside', { id: first, reason: 'not_signed', note: 'No ink' })
      expect(aside.nextFormId).toBe(second)
      expect((await core.ask('forms.get', { id: first })).setAsideReason).toBe('not_signed')
      expect(await core.call('forms.setAside', { id: first, reason: 'other', note: '' })).toMatchObject({
        error: { code: 'form_not_waiting', state: 'set_aside' },
      })
      expect((await core.ask('forms.reopen', { id: first })).state).toBe('to_check')
      expect(await core.call('forms.reopen', { id: 'nope' })).toMatchObject({ error: { code: 'not_found' } })
    })
  })
})
