import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, test } from 'vitest'
import type { RunningOptdesk } from '../../support/electron-app.ts'
import { hugePngHeader } from '../../support/form-files.ts'
import { expect } from '../pages/expect.ts'
import { formCheck } from '../pages/form-check.ts'
import { formsPage } from '../pages/forms-page.ts'
import { peoplePage } from '../pages/people-page.ts'
import { closeForGood, openPracticeDesk } from '../pages/practice-desk.ts'
import { shell } from '../pages/shell.ts'
import { typeSheet } from '../pages/type-sheet.ts'
import type { ReadSheet } from '../pages/sheet-answers.ts'
import { samplePath } from '../../support/sample-path.ts'

const OKAFOR: ReadSheet = {
  language: 'English',
  givenName: 'Danielle',
  familyName: 'Okafor',
  phone: '2065550142',
  email: 'd.okafor@example.com',
  belongsTo: 'It is Danielle Okafor',
  ticked: { care: true, offers: false, groups: false },
  signedOn: '11182026',
}
const QUINONES: ReadSheet = {
  language: 'Spanish',
  givenName: 'María José',
  familyName: 'Quiñones Vega',
  phone: '6025550117',
  email: '',
  ticked: { care: true, offers: false, groups: true },
  signedOn: '11192026',
}
const BRANNIGAN: ReadSheet = {
  language: 'English',
  givenName: 'Walter',
  familyName: 'Brannigan',
  phone: '206555019',
  email: '',
  ticked: { care: true, offers: false, groups: false },
  signedOn: '11202026',
}

describe('paper forms', () => {
  let optdesk: RunningOptdesk
  let forms: ReturnType<typeof formsPage>
  let check: ReturnType<typeof formCheck>

  beforeAll(async () => {
    optdesk = await openPracticeDesk()
    forms = formsPage(optdesk.window)
    check = formCheck(optdesk.window)
    await shell(optdesk.window).goTo('Forms')
  })
  afterAll(() => closeForGood(optdesk))

  test('a scan, photos and a PDF of two sheets come in, each page as one form', async () => {
    const files = [
      'okafor-flatbed.jpg',
      'quinones-phone.jpg',
      'brannigan-short-number.jpg',
      'ramanathan-not-signed.jpg',
    ]
    await forms.addFiles([...files, 'pile-of-two.pdf'].map(samplePath))
    for (const name of files) await expect(forms.row(name)).toHaveCount(1)
    await expect(forms.row('pile-of-two.pdf')).toHaveText([/1 of 2/, /2 of 2/])
    await expect(shell(optdesk.window).place('Forms')).toContainText('6')
    await expect(forms.beingRead).toHaveCount(0)
  })

  test('the sheet is seen large, with nothing decided beforehand', async () => {
    await optdesk.window.keyboard.press('Control+Enter')
    const picture = check.picture('okafor-flatbed.jpg')
    await expect(picture).toBeVisible()
    expect((await picture.boundingBox())?.width).toBeGreaterThan(500)
    await expect(optdesk.window.getByRole('radio', { name: 'Yes', checked: true })).toHaveCount(0)
    await expect(check.open).toContainText('care texts, offers, group threads, signature, and date.')
  })

  test('a sheet is typed and saved by keyboard alone', async () => {
    await typeSheet(optdesk.window, OKAFOR)
    await expect(check.open).toHaveText('Everything is decided.')
    await check.save()
    await expect(shell(optdesk.window).toast('Danielle Okafor agreed to care texts.')).toBeVisible()
  })

  test('the next one follows, in Spanish and for somebody new', async () => {
    await expect(check.picture('quinones-phone.jpg')).toBeVisible()
    await typeSheet(optdesk.window, QUINONES)
    await check.save()
    await expect(shell(optdesk.window).toast('María José Quiñones Vega agreed to')).toBeVisible()
  })

  test('a number that is too short is told at its field, and nothing typed is lost', async () => {
    await expect(check.picture('brannigan-short-number.jpg')).toBeVisible()
    await typeSheet(optdesk.window, BRANNIGAN)
    await check.save()
    await expect(check.phone).toHaveAccessibleDescription(
      'The number has 9 digits; a number has 10. Which one is missing?',
    )
    await expect(check.given).toHaveValue('Walter')
    await optdesk.window.keyboard.press('Escape')
    await expect(forms.row('brannigan-short-number.jpg')).toBeVisible()
  })

  test('a sheet without a signature can only be set aside, and can be taken back', async () => {
    await forms.open('ramanathan-not-signed.jpg')
    await check.question('It is signed').getByRole('radio', { name: 'No' }).press('Space')
    await expect(check.open).toHaveText('A form that is not signed cannot be saved, only set aside.')
    await expect(check.saveButton).toHaveCount(0)
    await check.setAsideButton.click()
    await expect(check.setAsideDialog.getByRole('radio', { name: 'Not signed', checked: true })).toBeVisible()
    await check.setAsideDialog.getByRole('button', { name: /^Set aside/ }).click()
    await shell(optdesk.window).toast('Set aside. Nothing was agreed to by it.').waitFor()
    await shell(optdesk.window).goTo('Forms')
    await forms.show('Set aside')
    await expect(forms.row('ramanathan-not-signed.jpg')).toContainText('Not signed')
  })

  test('the person says what was agreed, and the proof is the picture itself', async () => {
    const people = peoplePage(optdesk.window)
    await shell(optdesk.window).goTo('People')
    await people.open('Danielle Okafor')
    const agreed = 'May get care texts. Agreed on paper on Nov 18, 2026 (form EN-1). Did not agree to offers.'
    await expect(people.story).toContainText(agreed)
    await people.formLink('EN-1').click()
    const original = await readFile(samplePath('okafor-flatbed.jpg'))
    const proof = optdesk.window.getByRole('region', { name: 'What was decided' })
    await expect(proof).toContainText(createHash('sha256').update(original).digest('hex'))
    await expect(proof).toContainText('Elena Marsh')
    await expect(check.picture('okafor-flatbed.jpg')).toBeVisible()
  })

  test('a bad file is told in a plain sentence, and never stops a good one', async () => {
    await shell(optdesk.window).goTo('Forms')
    await forms.addFiles([
      { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Call Mrs Okafor back at 3.') },
      { name: 'poster.png', mimeType: 'image/png', buffer: Buffer.from(await hugePngHeader()) },
      { name: 'album.jpg', mimeType: 'image/jpeg', buffer: await jpegOf(21_000_000) },
      { name: 'torn.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<<') },
      { name: 'okafor-again.jpg', mimeType: 'image/jpeg', buffer: await readFile(samplePath('okafor-flatbed.jpg')) },
      { name: 'nguyen-phone.jpg', mimeType: 'image/jpeg', buffer: await readFile(samplePath('nguyen-phone.jpg')) },
    ])
    await expect(forms.refused).toHaveText([
      'notes.jpg is not a picture or a PDF. Add a JPEG, PNG, TIFF or WebP picture, or a PDF.',
      'poster.png has 289 megapixels; 24 are enough to read a form. Scan it at 300 dpi.',
      'album.jpg has 21 MB; a file may have 20 MB. Scan it at 300 dpi, or in parts.',
      'torn.pdf is damaged and cannot be read. Scan or photograph the form again.',
      'okafor-again.jpg is already here: it is the same picture. Nothing was added twice.',
    ])
    await expect(forms.row('nguyen-phone.jpg')).toBeVisible()
  })
})

/** A picture with so much behind it that the file is too big. */
async function jpegOf(sizeBytes: number): Promise<Buffer> {
  const picture = await readFile(samplePath('nguyen-phone.jpg'))
  return Buffer.concat([picture, Buffer.alloc(sizeBytes - picture.length)])
}
