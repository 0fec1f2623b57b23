import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { checkoutDir } from '../../support/electron-app.ts'
import type { RunningOptdesk } from '../../support/electron-app.ts'
import { axeFindings } from '../pages/axe.ts'
import { expect } from '../pages/expect.ts'
import { formsPage } from '../pages/forms-page.ts'
import { tabTo } from '../pages/keyboard.ts'
import { ask, closeForGood, openPracticeDesk } from '../pages/practice-desk.ts'
import { printPage } from '../pages/print-page.ts'
import { shell } from '../pages/shell.ts'

const PICTURES = join(checkoutDir, 'out', 'print-forms')

describe('printing forms', () => {
  let optdesk: RunningOptdesk
  let page: ReturnType<typeof printPage>
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'optdesk-print-'))
    await mkdir(PICTURES, { recursive: true })
    optdesk = await openPracticeDesk()
    page = printPage(optdesk.window)
    // In place of the system's question where to put the file.
    await optdesk.app.evaluate(({ session }, dir) => {
      session.defaultSession.on('will-download', (_event, item) => item.setSavePath(`${dir}/${item.getFilename()}`))
    }, folder)
    await shell(optdesk.window).goTo('Forms')
  })
  afterAll(async () => {
    await closeForGood(optdesk)
    await rm(folder, { recursive: true, force: true })
  })

  const codes = async () => (await ask(optdesk.window, 'forms.versions', {})).versions.map(({ code }) => code)
  const savedFile = async (name: string): Promise<PDFDocument> => {
    await expect
      .poll(() =>
        readFile(join(folder, name)).then(
          ({ length }) => length,
          () => 0,
        ),
      )
      .toBeGreaterThan(1000)
    return PDFDocument.load(await readFile(join(folder, name)))
  }

  test('P shows the sheet that is handed out, and that it lacks nothing', async () => {
    await optdesk.window.keyboard.press('p')
    await expect(shell(optdesk.window).title('Print forms')).toBeVisible()
    await expect(page.sheet('EN-1')).toBeVisible()
    await expect(page.verdict).toContainText('All 17 points are met.')
    await expect(optdesk.window.getByText('sheets with these words are printed already')).toBeVisible()
    await optdesk.window.screenshot({ path: join(PICTURES, 'open.png') })
  })

  test('another paper and large print are chosen by keyboard, and seen at once', async () => {
    const { window } = optdesk
    await tabTo(window, page.choice('Paper', 'Letter'), page.question('Paper'))
    await window.keyboard.press('ArrowRight')
    await expect(page.sheet('EN-1-A4')).toBeVisible()
    await tabTo(window, page.choice('Print', 'Regular'), page.question('Print'))
    await window.keyboard.press('ArrowRight')
    await expect(page.sheet('EN-1-A4LP')).toBeVisible()
    const picture = await page
      .sheet('EN-1-A4LP')
      .evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])
    expect((picture[1] ?? 0) / (picture[0] ?? 1)).toBeCloseTo(297 / 210, 2)
    await window.keyboard.press('ArrowLeft')
    await tabTo(window, page.choice('Paper', 'A4'), page.question('Paper'), 'Shift+Tab')
    await window.keyboard.press('ArrowLeft')
    await expect(page.sheet('EN-1')).toBeVisible()
  })

  test('a sheet that fails the checklist is not printed, and says why', async () => {
    const { window } = optdesk
    await tabTo(window, page.legalName)
    await window.keyboard.press('Control+A')
    await window.keyboard.press('Delete')
    await expect(page.verdict).toHaveText('One of 17 points is missing.')
    await expect(page.checklist.getByRole('listitem').first()).toContainText(
      'Nobody can agree to texts without knowing from whom.',
    )
    await expect(page.saveButton).toBeDisabled()
    await window.keyboard.press('Control+Enter')
    expect(await codes()).toEqual(['EN-1', 'ES-1'])
  })

  test('other words are a new edition, and each sheet has its own number', async () => {
    const { window } = optdesk
    await window.keyboard.type('Harborview Family Medicine')
    await expect(page.sheet('EN-2')).toBeVisible()
    await expect(optdesk.window.getByText('This will be EN-2, a new edition')).toBeVisible()
    await tabTo(window, page.howMany, page.howMany, 'Shift+Tab')
    await window.keyboard.press('Control+A')
    await window.keyboard.type('3')
    await window.keyboard.press('Control+Enter')
    await expect(shell(window).toast('Sheets 001001 to 001003.')).toBeVisible()
    await expect(page.sheet('EN-2')).toBeVisible()
    await expect(page.verdict).toContainText('This is EN-2: sheets with these words are printed already')
    await expect(page.legalName).toHaveValue('Harborview Family Medicine')
    const pdf = await savedFile('EN-2 001001-001003.pdf')
    expect(pdf.getPageCount()).toBe(3)
    expect(pdf.getTitle()).toBe('Permission to text you, Harborview Family Medicine')
    expect((await codes()).toSorted()).toEqual(['EN-1', 'EN-2', 'ES-1'])
  })

  test('the alphabet sheet is one key away from the others', async () => {
    const { window } = optdesk
    await tabTo(window, page.alphabetButton)
    await window.keyboard.press('Enter')
    await expect(shell(window).toast('Sheet 001004.')).toBeVisible()
    expect((await savedFile('ALPHA-1 001004-001004.pdf')).getPageCount()).toBe(1)
  })

  test.each([
    ['en', 'light'],
    ['en', 'dark'],
    ['es', 'light'],
    ['es', 'dark'],
  ] as const)('axe finds nothing, in %s and %s', async (language, theme) => {
    const { window } = optdesk
    await ask(window, 'preferences.update', { language, theme })
    await window.locator(`html[lang="${language}"][data-theme="${theme}"]`).waitFor()
    await expect(window.locator('[aria-busy="true"]')).toHaveCount(0)
    expect(await axeFindings(window)).toEqual([])
    await window.screenshot({ path: join(PICTURES, `${language}-${theme}.png`) })
  })

  test('what was printed comes back as forms to check, and Esc goes back to them', async () => {
    const { window } = optdesk
    await ask(window, 'preferences.update', { language: 'en', theme: 'light' })
    await window.keyboard.press('Escape')
    await expect(shell(window).title('Forms')).toBeVisible()
    await formsPage(window).addFiles([join(folder, 'EN-2 001001-001003.pdf')])
    await expect(formsPage(window).row('EN-2 001001-001003.pdf')).toHaveCount(3)
  })
})
