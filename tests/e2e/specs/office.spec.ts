import { afterAll, beforeAll, describe, test } from 'vitest'
import type { RunningOptdesk } from '../../support/electron-app.ts'
import { axeFindings } from '../pages/axe.ts'
import { doors } from '../pages/doors.ts'
import { expect } from '../pages/expect.ts'
import { ask, closeForGood, startAtOfficeHour } from '../pages/practice-desk.ts'
import { settingsPage } from '../pages/settings-page.ts'
import { shell } from '../pages/shell.ts'

const PASSPHRASE = 'harbor lantern seven kites'

describe('the office’s own desk', () => {
  let optdesk: RunningOptdesk
  let door: ReturnType<typeof doors>
  let recoveryCode = ''

  beforeAll(async () => {
    optdesk = await startAtOfficeHour()
    door = doors(optdesk.window)
  })
  afterAll(() => closeForGood(optdesk))

  async function restart(): Promise<void> {
    await optdesk.close()
    optdesk = await startAtOfficeHour({ userDataDir: optdesk.userDataDir })
    door = doors(optdesk.window)
  }

  test('is set up with a passphrase, typed twice the same', async () => {
    await shell(optdesk.window).goTo('Settings')
    await settingsPage(optdesk.window).setUpOfficeButton.click()
    await door.field('Name of the practice').fill('Pier Street Dental')
    await door.field('Your name').fill('June Park')
    await door.field('Passphrase').fill(PASSPHRASE)
    await door.field('The passphrase again').fill('harbor lantern seven')
    await door.button('Set up the office').click()
    await expect(door.field('The passphrase again')).toHaveAccessibleDescription(/The two are not the same/)
    await door.field('The passphrase again').fill(PASSPHRASE)
    await door.button('Set up the office').click()
    await expect(door.title('Keep this recovery code')).toBeVisible()
  })

  test('shows its recovery code once, to be copied or printed', async () => {
    recoveryCode = await door.readRecoveryCode()
    expect(recoveryCode.length).toBeGreaterThan(20)
    expect(await axeFindings(optdesk.window)).toEqual([])
    await expect(door.button('Open the office')).toBeDisabled()
    await door.button('Copy').click()
    await expect(shell(optdesk.window).toast('Copied.')).toBeVisible()
    expect(await optdesk.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(recoveryCode)
  })

  test('prints the code with whose it is, dark on white whatever the screen looks like', async () => {
    const { window } = optdesk
    await ask(window, 'preferences.update', { theme: 'dark' })
    await window.locator('html[data-theme="dark"]').waitFor()
    await window.emulateMedia({ media: 'print' })
    await expect(window.getByText(/^Pier Street Dental, \w+ \d+, \d{4}$/)).toBeVisible()
    await expect(window.getByRole('group', { name: 'Recovery code' })).toBeVisible()
    await expect(window.getByRole('button')).toHaveCount(0)
    await expect(window.locator('html')).toHaveCSS('color-scheme', 'light')
    await window.emulateMedia({ media: null })
  })

  test('goes on only when somebody says that the code is kept', async () => {
    await door.goOn()
    await expect(shell(optdesk.window).title('Today')).toBeVisible()
    await expect(optdesk.window.getByText('Pier Street Dental')).toBeVisible()
    await expect(shell(optdesk.window).line).toContainText('No sending account yet')
    await expect(shell(optdesk.window).practiceWord).toHaveCount(0)
  })

  test('is empty: nobody of the practice desk is in it', async () => {
    await shell(optdesk.window).goTo('People')
    await expect(optdesk.window.getByText('0 people')).toBeVisible()
  })

  test('is locked after a restart, stays so for a wrong passphrase and opens for the right one', async () => {
    await restart()
    await expect(door.title('Optdesk is locked')).toBeVisible()
    await door.unlock('harbor lantern eight kites')
    await expect(door.field('Passphrase or recovery code')).toHaveAccessibleDescription(
      /neither the passphrase nor the recovery code/,
    )
    expect(await axeFindings(optdesk.window)).toEqual([])
    await door.unlock(PASSPHRASE)
    await expect(shell(optdesk.window).title('Today')).toBeVisible()
  })

  test('opens by the recovery code too', async () => {
    await restart()
    await door.unlock(recoveryCode.toLowerCase())
    await expect(optdesk.window.getByText('Pier Street Dental')).toBeVisible()
  })

  test('leaves the practice desk a press of a button away', async () => {
    await shell(optdesk.window).goTo('Settings')
    await door.button('Open the practice desk').click()
    await expect(shell(optdesk.window).practiceWord).toBeVisible()
    await expect(optdesk.window.getByText('Harborview Family Clinic', { exact: true })).toBeVisible()
  })
})
