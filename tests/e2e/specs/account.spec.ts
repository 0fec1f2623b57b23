import { afterAll, beforeAll, describe, test } from 'vitest'
import type { RunningOptdesk } from '../../support/electron-app.ts'
import { PRIVATE_KEY, urgentText, WIRE_ACCOUNT } from '../../support/office-account.ts'
import { startWireCarrier } from '../../support/wire-carrier.ts'
import type { WireCarrier } from '../../support/wire-carrier.ts'
import { accountPart } from '../pages/account-part.ts'
import { axeFindings } from '../pages/axe.ts'
import { doors } from '../pages/doors.ts'
import { expect } from '../pages/expect.ts'
import { ask, closeForGood, startAtOfficeHour } from '../pages/practice-desk.ts'
import { settingsPage } from '../pages/settings-page.ts'
import { shell } from '../pages/shell.ts'

const ADA = '+12063210142'
const { apiKey, apiSecret, applicationId } = WIRE_ACCOUNT

describe('sending to real phones', () => {
  let carrier: WireCarrier
  let optdesk: RunningOptdesk
  let account: ReturnType<typeof accountPart>

  beforeAll(async () => {
    carrier = await startWireCarrier({ account: WIRE_ACCOUNT })
    optdesk = await startAtOfficeHour({ switches: [`--provider-url=${carrier.url}`] })
    account = accountPart(optdesk.window)
  })
  afterAll(async () => {
    await closeForGood(optdesk)
    await carrier.close()
  })

  async function setUpOffice(): Promise<void> {
    const door = doors(optdesk.window)
    await settingsPage(optdesk.window).setUpOfficeButton.click()
    await door.field('Name of the practice').fill('Pier Street Dental')
    await door.field('Your name').fill('June Park')
    await door.field('Passphrase').fill('harbor lantern seven kites')
    await door.field('The passphrase again').fill('harbor lantern seven kites')
    await door.button('Set up the office').click()
    await optdesk.window.getByRole('checkbox', { name: /It is printed or written down/ }).press('Space')
    await door.button('Open the office').click()
    await shell(optdesk.window).title('Today').waitFor()
  }

  test('is no matter for the practice desk, which says so', async () => {
    await shell(optdesk.window).goTo('Settings')
    await expect(account.part).toContainText('An account belongs to your own office')
    await expect(account.lines).toHaveCount(0)
  })

  test('begins with an account, whose wrong parts are named where they stand', async () => {
    await setUpOffice()
    await expect(shell(optdesk.window).line).toContainText('No sending account yet')
    await shell(optdesk.window).goTo('Settings')
    await account.button('Enter the account').click()
    await account.field('API key').fill(apiKey)
    await account.field('API secret').fill(apiSecret)
    await account.field(/Application ID/).fill('my application')
    await account.field(/Private key/).fill(PRIVATE_KEY)
    await account.save()
    await expect(account.field(/Application ID/)).toHaveAccessibleDescription(/This is no application ID/)
    expect(await axeFindings(optdesk.window)).toEqual([])
    await account.field(/Application ID/).fill(applicationId)
    await account.save()
    await expect(account.part).toContainText('Ends in 1234')
    await expect(account.part).toContainText('Kept, encrypted')
    expect(await optdesk.window.content()).not.toContain(apiSecret)
    await expect(shell(optdesk.window).line).toContainText('No sending number yet')
  })

  test('is tested without sending anything, with a sentence for each part', async () => {
    await account.button('Test the connection').click()
    await expect(account.outcome).toContainText('Vonage takes this key, and its book can be read.')
    await expect(account.outcome).toContainText('The private key signs as it should.')
    carrier.behaveOnRecords({ status: 401 })
    await account.button('Test the connection').click()
    await expect(account.outcome).toContainText('Vonage refuses this key')
    carrier.behaveOnRecords(null)
    expect(carrier.posts).toEqual([])
  })

  test('needs a number, with the limits of its class', async () => {
    await account.lines.getByRole('button', { name: 'Enter your number' }).click()
    await account.field('Number').fill('206 321 0100')
    await account.field(/Your name for it/).fill('Front desk')
    await account.choose('Toll-free')
    await account.save()
    await expect(account.field('Number')).toHaveAccessibleDescription(/is not of this kind/)
    await account.choose('Ten digits (10DLC)')
    expect(await axeFindings(optdesk.window)).toEqual([])
    await account.save()
    await expect(account.lines).toContainText('(206) 321-0100')
    await expect(account.lines).toContainText('75 texts a minute, 2,000 a day to T-Mobile')
    await expect(shell(optdesk.window).line).toContainText('Real phones are off')
  })

  test('is a deliberate act: what waits stays until somebody says so, by name', async () => {
    await ask(optdesk.window, 'messages.send', urgentText(ADA))
    await expect(shell(optdesk.window).line).toContainText('1 waits for the line')
    await account.pressRealPhones()
    await expect(account.dialog).toContainText('Your name, June Park, is kept with this.')
    await expect(account.dialog).toContainText('1 message that waits goes out')
    expect(carrier.posts).toEqual([])
    await account.confirmRealPhones()
    await expect(account.part).toContainText('by June Park. Messages reach real people.')
    await expect(shell(optdesk.window).line).toContainText('To real phones')
    await expect(shell(optdesk.window).line).not.toContainText('waits for the line')
    expect(carrier.accepted).toMatchObject([{ to: ADA.slice(1), from: '12063210100' }])
    expect(await axeFindings(optdesk.window)).toEqual([])
  })

  test('goes off at once', async () => {
    await account.pressRealPhones()
    await expect(account.part).toContainText('Off: messages wait here.')
    await expect(shell(optdesk.window).line).toContainText('Real phones are off')
  })

  test('where no STOP is seen, asks for the provider’s opt-out service first', async () => {
    await account.button('Change').click()
    await account.choose('Not at all')
    await account.save()
    await expect(account.part).toContainText('Optdesk cannot see STOP replies over this account.')
    await account.pressRealPhones()
    await account.confirmRealPhones()
    await expect(account.trouble).toContainText('Ask Vonage to turn on Opt-Out Assist')
    await account.lines.getByRole('button', { name: 'Edit' }).click()
    await account.choose('Vonage Opt-Out Assist is on for this number')
    await account.save()
    await account.pressRealPhones()
    await account.confirmRealPhones()
    await expect(shell(optdesk.window).line).toContainText('STOP replies are not seen here')
  })

  test('ends when the account is forgotten', async () => {
    await account.button('Forget this account').click()
    await account.dialog.getByRole('button', { name: 'Forget this account' }).click()
    await expect(account.part).toContainText('No account yet.')
    await expect(shell(optdesk.window).line).toContainText('No sending account yet')
  })
})
