import { afterAll, beforeAll, describe, test } from 'vitest'
import type { RunningOptdesk } from '../../support/electron-app.ts'
import { pngFile } from '../../support/form-files.ts'
import { axeFindings } from '../pages/axe.ts'
import { confirmSheet, isRead } from '../pages/confirm-sheet.ts'
import { expect } from '../pages/expect.ts'
import { formCheck } from '../pages/form-check.ts'
import { formsPage } from '../pages/forms-page.ts'
import { ask, closeForGood, openPracticeDesk } from '../pages/practice-desk.ts'
import { sampleTruth } from '../pages/sample-truth.ts'
import { answer } from '../pages/sheet-answers.ts'
import { shell } from '../pages/shell.ts'
import { samplePath } from '../../support/sample-path.ts'

const PILE = ['nguyen-phone.jpg', 'pile-of-two.pdf', 'ramanathan-not-signed.jpg', 'quinones-phone.jpg'] as const
/** Seven pages on a machine that does other things too. */
const READING_MS = 60_000

describe('a pile that the machine reads', () => {
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

  test(
    'is read while the list says how far it is',
    async () => {
      await forms.addFiles(PILE.map(samplePath))
      await expect(forms.beingRead).toHaveCount(0, { timeout: READING_MS })
      for (const name of PILE) await expect(forms.row(name).first()).toContainText('Read')
    },
    READING_MS,
  )

  test('shows the straightened page, and the picture as it came in on a key', async () => {
    await optdesk.window.keyboard.press('Control+Enter')
    const picture = check.picture(PILE[0])
    await expect(check.readLines).toHaveCount(5)
    // A letter page at 8 px a millimetre, and the phone's own 1380 px.
    const widthPx = () => picture.evaluate((shown) => (shown as HTMLImageElement).naturalWidth)
    await expect.poll(widthPx).toBe(1727)
    await optdesk.window.keyboard.press('Control+O')
    await expect.poll(widthPx).toBe(1380)
    await optdesk.window.keyboard.press('Control+O')
    await expect.poll(widthPx).toBe(1727)
  })

  test('decides nothing by itself: no Yes, no No, and Save is shut', async () => {
    await expect(optdesk.window.getByRole('radio', { checked: true })).toHaveCount(0)
    await expect(check.open).toContainText('care texts, offers, group threads, signature, and date.')
    await expect(check.saveButton).toBeDisabled()
  })

  test.each([
    ['en', 'light'],
    ['en', 'dark'],
    ['es', 'light'],
    ['es', 'dark'],
  ] as const)('axe finds nothing on it, in %s and %s', async (language, theme) => {
    await ask(optdesk.window, 'preferences.update', { language, theme })
    await optdesk.window.locator(`html[lang="${language}"][data-theme="${theme}"]`).waitFor()
    expect(await axeFindings(optdesk.window)).toEqual([])
  })

  test('is worked off by keyboard alone, one sheet after the other', async () => {
    const { window } = optdesk
    await ask(window, 'preferences.update', { language: 'en', theme: 'light' })
    for (const sheet of PILE.flatMap(sampleTruth)) {
      await expect(check.picture(sheet.file)).toBeVisible()
      await expect(check.readLines).toHaveCount(5)
      expect(await isRead(window)).toBe(true)
      if (sheet.isSigned) {
        const [known] = (await ask(window, 'people.byPhone', { phone: sheet.phone })).people
        await confirmSheet(window, { ...sheet, ...(known && { belongsTo: `It is ${known.displayName}` }) })
        await expect(check.open).toHaveText('Everything is decided.')
        await check.save()
        await expect(shell(window).toast(`${sheet.givenName} ${sheet.familyName} agreed to`)).toBeVisible()
      } else {
        await answer(window, 'It is signed', false)
        await check.save()
        await expect(check.setAsideDialog).toBeVisible()
        await window.keyboard.press('Control+Enter')
      }
    }
    await expect(window.getByText('No form waits to be checked')).toBeVisible()
  }, 180_000)

  test('keeps what each person agreed to, and how the sheet was checked', async () => {
    const { people } = await ask(optdesk.window, 'people.search', { text: 'abebe', after: null, limit: 2 })
    expect(people.map(({ displayName }) => displayName)).toEqual(['Grace Abebe'])
    await forms.show('Accepted')
    await forms.open('nguyen-phone.jpg')
    const log = optdesk.window.getByRole('region', { name: 'What was decided' })
    await expect(log).toContainText('Optdesk, then a person')
    await expect(log).toContainText('Open for')
  })

  test('a picture that is no form is typed, with the cause above it', async () => {
    const { window } = optdesk
    await shell(window).goTo('Forms')
    await forms.addFiles([{ name: 'cat.png', mimeType: 'image/png', buffer: Buffer.from(await pngFile(9)) }])
    await expect(forms.row('cat.png')).toContainText('Not read')
    await forms.open('cat.png')
    await expect(window.getByRole('note')).toContainText('You can type what you see')
    await expect(check.readLines).toHaveCount(0)
    await expect(check.given).toBeVisible()
  })
})
