import type { Locator } from 'playwright'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { expect } from '../pages/expect.ts'
import { closeForGood, openPracticeDesk } from '../pages/practice-desk.ts'
import { shell } from '../pages/shell.ts'
import type { RunningOptdesk } from '../../support/electron-app.ts'

describe('the look of the window', () => {
  let optdesk: RunningOptdesk

  beforeAll(async () => {
    optdesk = await openPracticeDesk()
  })
  afterAll(() => closeForGood(optdesk))

  test('the shell is laid out and coloured by the tokens', async () => {
    const page = optdesk.window
    const sideBar = page.locator('.od-side-bar')
    const here = shell(page).place('Today')
    await expect(page.locator('body')).toHaveCSS('background-color', await token('--paper'))
    await expect(page.locator('body')).toHaveCSS('font-family', /^"Source Sans 3 Variable"/)
    expect(await widthOf(sideBar)).toBe(208)
    await expect(sideBar).toHaveCSS('display', 'flex')
    await expect(here).toHaveCSS('background-color', await token('--accent-wash'))
    await expect(page.getByTestId('practice-edge')).toHaveCSS('position', 'fixed')
  })

  test('its own letters are drawn, not those of the computer', async () => {
    await expect
      .poll(() =>
        optdesk.window.evaluate(() =>
          [...document.fonts].some(({ family, status }) => family.includes('Source Sans 3') && status === 'loaded'),
        ),
      )
      .toBe(true)
  })

  test('every page brings its styles along', async () => {
    const page = optdesk.window
    const { goTo } = shell(page)
    await goTo('People')
    expect(await widthOf(page.locator('.od-list-pane'))).toBe(352)
    await expect(page.locator('.od-person-line').first()).toHaveCSS('display', 'grid')
    await goTo('Compose')
    await expect(page.locator('.od-compose')).toHaveCSS('display', 'grid')
    await goTo('Settings')
    await expect(page.locator('.od-settings-part').first()).toHaveCSS('display', 'grid')
    await page.keyboard.press('Control+K')
    await expect(page.locator('.od-overlay')).toHaveCSS('position', 'fixed')
    await expect(page.locator('.od-palette-field')).toHaveCSS('display', 'flex')
  })

  /** A token as the page resolves it, written as computed styles write colours; it fails where the token is not known. */
  function token(name: string): Promise<string> {
    return optdesk.window.evaluate((asked) => {
      if (getComputedStyle(document.documentElement).getPropertyValue(asked) === '') throw new Error(`no ${asked}`)
      const probe = document.createElement('i')
      probe.style.setProperty('background-color', `var(${asked})`)
      document.body.append(probe)
      const colour = getComputedStyle(probe).backgroundColor
      probe.remove()
      return colour
    }, name)
  }
})

function widthOf(element: Locator): Promise<number> {
  return element.evaluate((one) => one.getBoundingClientRect().width)
}
