import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import type { RunningOptdesk } from '../../support/electron-app.ts'
import { hasSystemKeychain, startSystemKeychain } from '../../support/system-keychain.ts'
import type { SystemKeychain } from '../../support/system-keychain.ts'
import { doors } from '../pages/doors.ts'
import { expect } from '../pages/expect.ts'
import { closeForGood, startAtOfficeHour } from '../pages/practice-desk.ts'
import { settingsPage } from '../pages/settings-page.ts'
import { shell } from '../pages/shell.ts'

// `npm test` says so aloud where there is no keyring to start; see scripts/test.mjs.
describe.skipIf(!hasSystemKeychain())('the office’s desk under the system’s own keychain', () => {
  let keychain: SystemKeychain
  let optdesk: RunningOptdesk
  let door: ReturnType<typeof doors>
  let recoveryCode = ''

  beforeAll(async () => {
    keychain = await startSystemKeychain()
    await start()
  })
  afterAll(async () => {
    await closeForGood(optdesk)
    await keychain.close()
  })

  async function start(userDataDir?: string): Promise<void> {
    optdesk = await startAtOfficeHour({
      switches: ['--password-store=gnome-libsecret'],
      env: keychain.env,
      ...(userDataDir !== undefined && { userDataDir }),
    })
    door = doors(optdesk.window)
  }

  /** Closes Optdesk, lets something happen to the keychain, and starts it again on the same folder. */
  async function restartAfter(event: () => Promise<void>): Promise<void> {
    await optdesk.close()
    await event()
    await start(optdesk.userDataDir)
  }

  async function expectOpenOffice(): Promise<void> {
    await expect(shell(optdesk.window).title('Today')).toBeVisible()
    await expect(optdesk.window.getByText('Pier Street Dental')).toBeVisible()
  }

  function officeFiles(): Promise<readonly string[]> {
    return readdir(join(optdesk.userDataDir, 'desks', 'office'))
  }

  test('asks for no passphrase, and shows a recovery code once', async () => {
    const backend = await optdesk.app.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend())
    expect(backend).toBe('gnome_libsecret')
    await shell(optdesk.window).goTo('Settings')
    await settingsPage(optdesk.window).setUpOfficeButton.click()
    await door.field('Name of the practice').fill('Pier Street Dental')
    await door.field('Your name').fill('June Park')
    await expect(door.field('Passphrase')).toHaveCount(0)
    await door.button('Set up the office').click()
    await expect(door.title('Keep this recovery code')).toBeVisible()
    recoveryCode = await door.readRecoveryCode()
    await door.goOn()
    await expectOpenOffice()
  })

  test('opens by itself after a restart', async () => {
    await restartAfter(async () => undefined)
    await expectOpenOffice()
  })

  test('asks for the recovery code where the keychain is gone, opens with it, and loses nothing', async () => {
    const before = await officeFiles()
    await restartAfter(() => keychain.end())
    await expect(door.title('The recovery code, please')).toBeVisible()
    await door.unlock(
      recoveryCode.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
      'Recovery code',
    )
    await expect(door.field('Recovery code')).toHaveAccessibleDescription(
      /neither the passphrase nor the recovery code/,
    )
    await door.unlock(recoveryCode, 'Recovery code')
    await expectOpenOffice()
    expect(await officeFiles()).toEqual(expect.arrayContaining([...before]))
  })

  test('opens by itself again when the keychain is back', async () => {
    await restartAfter(() => keychain.start('same'))
    await expectOpenOffice()
  })

  test('a new keychain asks once for the code, and keeps the key from then on', async () => {
    await restartAfter(() => keychain.start('none'))
    await expect(door.title('The recovery code, please')).toBeVisible()
    await door.unlock(recoveryCode.toLowerCase(), 'Recovery code')
    await expectOpenOffice()
    await restartAfter(async () => undefined)
    await expectOpenOffice()
  })
})
