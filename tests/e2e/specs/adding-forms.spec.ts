import { afterAll, beforeAll, describe, test } from 'vitest'
import type { RunningOptdesk } from '../../support/electron-app.ts'
import { pngFile } from '../../support/form-files.ts'
import { copyPicture } from '../../support/system-clipboard.ts'
import { expect } from '../pages/expect.ts'
import { formsPage } from '../pages/forms-page.ts'
import { closeForGood, openPracticeDesk } from '../pages/practice-desk.ts'
import { shell } from '../pages/shell.ts'
import { samplePath } from '../../support/sample-path.ts'

describe('forms come in', () => {
  let optdesk: RunningOptdesk
  let forms: ReturnType<typeof formsPage>

  beforeAll(async () => {
    optdesk = await openPracticeDesk()
    forms = formsPage(optdesk.window)
  })
  afterAll(() => closeForGood(optdesk))

  test('by F, from whatever page, through the file window of the system', async () => {
    await forms.addByKey([samplePath('okafor-flatbed.jpg'), samplePath('pile-of-two.pdf')])
    await expect(shell(optdesk.window).title('Forms')).toBeVisible()
    await expect(forms.row('okafor-flatbed.jpg')).toHaveCount(1)
    await expect(forms.row('pile-of-two.pdf')).toHaveText([/1 of 2/, /2 of 2/])
  })

  test('by F on their own page too, and not while somebody types', async () => {
    await forms.addByKey([samplePath('nguyen-phone.jpg')])
    await expect(forms.row('nguyen-phone.jpg')).toHaveCount(1)
    await shell(optdesk.window).goTo('People')
    const search = optdesk.window.getByRole('searchbox', { name: 'Name or number' })
    await search.fill('')
    await search.press('f')
    await expect(search).toHaveValue('f')
    await expect(shell(optdesk.window).title('People')).toBeVisible()
  })

  test('by paste: a picture that was copied elsewhere', async () => {
    await shell(optdesk.window).goTo('Forms')
    await optdesk.window.getByRole('main').focus()
    await copyPicture(optdesk.app, await pngFile(7))
    await optdesk.window.keyboard.press('Control+V')
    await expect(forms.row('image.png')).toHaveCount(1)
  })

  test('by dropping them anywhere on the page, which says so while they hang above it', async () => {
    const letGo = await forms.dragOver([samplePath('quinones-phone.jpg'), samplePath('ramanathan-not-signed.jpg')])
    await expect(forms.dropWords).toBeVisible()
    await letGo()
    await expect(forms.dropWords).toBeHidden()
    await expect(forms.row('quinones-phone.jpg')).toHaveCount(1)
    await expect(forms.row('ramanathan-not-signed.jpg')).toHaveCount(1)
  })

  test('a file dropped where none is wanted leaves the window as it is', async () => {
    await shell(optdesk.window).goTo('People')
    const before = optdesk.window.url()
    const letGo = await forms.dragOver([samplePath('brannigan-short-number.jpg')])
    await expect(forms.dropWords).toBeHidden()
    await letGo()
    await expect(shell(optdesk.window).title('People')).toBeVisible()
    expect(optdesk.window.url()).toBe(before)
    await shell(optdesk.window).goTo('Forms')
    await expect(forms.row('brannigan-short-number.jpg')).toHaveCount(0)
  })
})
