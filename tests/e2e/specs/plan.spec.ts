import { afterAll, beforeAll, describe, test } from 'vitest'
import type { RunningOptdesk } from '../../support/electron-app.ts'
import { axeFindings } from '../pages/axe.ts'
import { composePage } from '../pages/compose-page.ts'
import { expect } from '../pages/expect.ts'
import { ask, closeForGood, openPracticeDesk } from '../pages/practice-desk.ts'
import { settingsPage } from '../pages/settings-page.ts'
import { shell } from '../pages/shell.ts'

describe('who gets what when', () => {
  let optdesk: RunningOptdesk
  let compose: ReturnType<typeof composePage>
  let settings: ReturnType<typeof settingsPage>

  beforeAll(async () => {
    optdesk = await openPracticeDesk()
    compose = composePage(optdesk.window)
    settings = settingsPage(optdesk.window)
  })
  afterAll(() => closeForGood(optdesk))

  test('the rules stand in the settings with their sources, and an office may say otherwise', async () => {
    await shell(optdesk.window).goTo('Settings')
    await expect(settings.rules).toContainText('not legal advice')
    await settings.rules.getByRole('button', { name: 'Hours of the states' }).click()
    await expect(settings.rules.getByRole('row', { name: /^TX/ })).toContainText('SB 140')
    await settings.mostADay.fill('2')
    await settings.mostADay.press('Enter')
    expect(await axeFindings(optdesk.window)).toEqual([])
    await settings.rules.getByRole('button', { name: 'Save' }).click()
    await expect(settings.rules.getByRole('button', { name: 'Bring the shipped rules back' })).toBeVisible()
    const { changes } = await ask(optdesk.window, 'rules.get', {})
    expect(changes).toEqual({ mostADay: 2 })
    await settings.rules.getByRole('button', { name: 'Bring the shipped rules back' }).click()
    await expect.poll(async () => (await ask(optdesk.window, 'rules.get', {})).changes).toEqual({})
  })

  test('everyone who agreed is one press away, and can be spread over days', async () => {
    await shell(optdesk.window).goTo('Compose')
    await optdesk.window.getByRole('button', { name: 'Everyone who agreed' }).click()
    await compose.words.fill('We stay closed on Thursday.')
    await expect(compose.who).toContainText(/\d+ people get it/)
    await optdesk.window.getByRole('checkbox', { name: 'Spread it over days' }).press('Space')
    const perDay = optdesk.window.getByRole('textbox', { name: 'At most this many a day' })
    await perDay.fill('10')
    await perDay.press('Enter')
    await expect(compose.check('Hours')).toContainText(/Spread over \d days, at most 10 on each/)
    expect(await axeFindings(optdesk.window)).toEqual([])
    await optdesk.window.getByRole('checkbox', { name: 'Spread it over days' }).press('Space')
    await compose.send()
    await expect(compose.sent).toBeVisible()
  })

  test('who had a text today is spared, unless somebody says why not', async () => {
    await optdesk.window.getByRole('button', { name: 'Write another' }).click()
    await optdesk.window.getByRole('button', { name: 'Everyone who agreed' }).click()
    await compose.words.fill('The road is closed: come by the north gate.')
    await expect(compose.check('Hours')).toContainText('had enough texts for now')
    await optdesk.window.getByRole('textbox', { name: 'Why can it not wait for them?' }).fill('The road is closed')
    await expect(compose.check('Hours')).not.toContainText('had enough texts for now')
    await expect(compose.sendButton).toHaveText(/^Send \d+ private messages now/)
  })
})
