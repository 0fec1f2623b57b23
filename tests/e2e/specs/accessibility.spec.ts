import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, test } from 'vitest'
import type { RunningOptdesk } from '../../support/electron-app.ts'
import { axeFindings } from '../pages/axe.ts'
import { carrierPanel } from '../pages/carrier-panel.ts'
import { composePage } from '../pages/compose-page.ts'
import { expect } from '../pages/expect.ts'
import { formCheck } from '../pages/form-check.ts'
import { formsPage } from '../pages/forms-page.ts'
import { tabTo } from '../pages/keyboard.ts'
import { peoplePage } from '../pages/people-page.ts'
import { ask, closeForGood, openPracticeDesk } from '../pages/practice-desk.ts'
import { schedulePage } from '../pages/schedule-page.ts'
import { shell } from '../pages/shell.ts'
import { ROSA, tomorrowsSmallSheet } from '../pages/small-sheet.ts'
import { stopDialog } from '../pages/stop-pages.ts'
import { samplePath } from '../../support/sample-path.ts'

const PLACES = [
  ['t', 'Today', 'Hoy'],
  ['f', 'Forms', 'Formularios'],
  ['p', 'People', 'Personas'],
  ['m', 'Messages', 'Mensajes'],
  ['c', 'Compose', 'Redactar'],
  ['s', 'Schedule', 'Agenda'],
  ['e', 'Settings', 'Ajustes'],
] as const
const ROSAS_NUMBER = '+12065550111'
const OTTOS_NUMBER = '+12065550110'

let optdesk: RunningOptdesk

beforeAll(async () => {
  optdesk = await openPracticeDesk()
  await fillDesk(optdesk.window)
})
afterAll(() => closeForGood(optdesk))

describe.each([
  ['en', 'light'],
  ['en', 'dark'],
  ['es', 'light'],
  ['es', 'dark'],
] as const)('axe finds nothing, in %s and %s,', (language, theme) => {
  beforeAll(() => setAppearance(optdesk.window, language, theme))

  test.each(PLACES)('in the place of the key %s', async (letter, english, spanish) => {
    await goByKeys(optdesk.window, letter, language === 'en' ? english : spanish)
    await expectNoFindings(optdesk.window)
  })

  test.each([
    ['a person', personAddress(ROSAS_NUMBER)],
    ['a conversation', async () => `/messages/${encodeURIComponent(ROSAS_NUMBER)}`],
    ['a form to check', formAddress('to_check')],
    ['a form that was accepted', formAddress('accepted')],
    ['a day', dayAddress],
    ['a message to many', broadcastAddress],
    ['the set-up of an office', async () => '/setup'],
  ])('on %s', async (_, addressOf) => {
    await goTo(optdesk.window, await addressOf(optdesk.window))
    await expectNoFindings(optdesk.window)
  })
})

describe.each(['light', 'dark'] as const)('axe finds nothing, in %s,', (theme) => {
  beforeAll(() => setAppearance(optdesk.window, 'en', theme))

  test.each<[name: string, address: (window: Page) => Promise<string>, open: (window: Page) => Promise<void>]>([
    ['the palette', async () => '/', (window) => window.keyboard.press('Control+K')],
    ['the keys of a page', async () => '/', (window) => window.keyboard.press('?')],
    ['the practice carrier', async () => '/', (window) => carrierPanel(window).open()],
    ['setting a form aside', formAddress('to_check'), (window) => formCheck(window).setAsideButton.click()],
    ['adding a person', async () => '/people', (window) => buttonOf(window, 'Add a person').click()],
    ['noting a stop', personAddress(OTTOS_NUMBER), (window) => peoplePage(window).noteStopButton.click()],
    ['noting a stop by its number', async () => '/', noteLetter],
    ['those left out', composeAddress, (window) => composePage(window).leftOutButton.click()],
    ['the question before sending', composeAddress, (window) => composePage(window).askToSend()],
  ])('over %s', async (_, addressOf, open) => {
    await goTo(optdesk.window, await addressOf(optdesk.window))
    await open(optdesk.window)
    const dialog = optdesk.window.getByRole('dialog')
    await dialog.waitFor()
    await expectNoFindings(optdesk.window)
    await optdesk.window.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })
})

/** A letter asks for most: its day and its picture. */
async function noteLetter(window: Page): Promise<void> {
  // On a person's page, which may still be there, S is about that person.
  await shell(window).title('Today').waitFor()
  await window.keyboard.press('s')
  await stopDialog(window, 'Somebody said stop').way('By letter').press('Space')
}

describe('by keyboard alone', () => {
  beforeAll(() => setAppearance(optdesk.window, 'en', 'light'))

  test.each(PLACES)('G and %s leads to %s', (letter, english) => goByKeys(optdesk.window, letter, english))

  test('Tab reaches the way past the side bar first, then every place', async () => {
    const { window } = optdesk
    await window.reload()
    await shell(window).title('Settings').waitFor()
    await tabTo(window, window.getByRole('link', { name: 'Skip to the page' }))
    for (const [, place] of PLACES) await tabTo(window, shell(window).place(place))
    await window.keyboard.press('Enter')
    await expect(shell(window).title('Settings')).toBeVisible()
  })

  test('the palette finds a person and a deed', async () => {
    const { window } = optdesk
    await window.keyboard.press('Control+K')
    await window.keyboard.type('hannah')
    await window.getByRole('option', { name: 'Hannah Weiss' }).waitFor()
    await window.keyboard.press('Enter')
    await expect(peoplePage(window).story.getByRole('heading', { name: 'Hannah Weiss' })).toBeVisible()
    await window.keyboard.press('Control+K')
    await window.keyboard.type('open the practice')
    await window.getByRole('option', { name: 'Open the practice carrier' }).waitFor()
    await window.keyboard.press('Enter')
    await expect(carrierPanel(window).drawer).toBeVisible()
    await window.keyboard.press('Escape')
    await expect(carrierPanel(window).drawer).toBeHidden()
  })

  test('? shows the keys of the page, Esc puts them away', async () => {
    const keys = shell(optdesk.window).dialog('Keys of this page')
    await optdesk.window.keyboard.press('?')
    await expect(keys).toContainText('New message')
    await optdesk.window.keyboard.press('Escape')
    await expect(keys).toBeHidden()
  })

  test('J and K walk through the list, and what is chosen is shown', async () => {
    const { window } = optdesk
    await goByKeys(window, 'p', 'People')
    const first = window.getByRole('grid', { name: 'People' }).getByRole('row').first()
    await first.waitFor()
    await window.keyboard.press('j')
    await expect(first).toHaveAttribute('aria-selected', 'true')
    await window.keyboard.press('j')
    await expect(first).toHaveAttribute('aria-selected', 'false')
    await window.keyboard.press('k')
    await expect(first).toHaveAttribute('aria-selected', 'true')
  })

  test('Shift and Esc hide everybody, for who stands at the counter', async () => {
    const { window } = optdesk
    await window.keyboard.press('Shift+Escape')
    await expect(window.getByText('Names are hidden')).toBeVisible()
    await window.keyboard.press('Shift+Escape')
    await expect(window.getByText('Names are hidden')).toBeHidden()
  })
})

/** Something of everything: a form to check, a day, a message to many, an answer to decide on, and a message begun. */
async function fillDesk(window: Page): Promise<void> {
  await shell(window).goTo('Forms')
  await formsPage(window).addFiles([samplePath('okafor-flatbed.jpg')])
  await formsPage(window).row('okafor-flatbed.jpg').waitFor()
  await shell(window).goTo('Schedule')
  await schedulePage(window).takeIn(tomorrowsSmallSheet())
  await schedulePage(window).writeButton.click()
  const compose = composePage(window)
  await compose.words.fill('Hi {first_name}, we open late.')
  await compose.send()
  await compose.sent.waitFor()
  await carrierPanel(window).textBack(ROSA, 'Please leave me alone with these')
  await window.getByRole('button', { name: 'Write another' }).click()
  await compose.words.fill('Hi {first_name}, call us.')
}

async function setAppearance(window: Page, language: 'en' | 'es', theme: 'light' | 'dark'): Promise<void> {
  await ask(window, 'preferences.update', { language, theme })
  await window.locator(`html[lang="${language}"][data-theme="${theme}"]`).waitFor()
}

async function goByKeys(window: Page, letter: string, title: string): Promise<void> {
  // In a field of text the letters belong to the text.
  await window.getByRole('main').focus()
  await window.keyboard.press('g')
  await window.keyboard.press(letter)
  await window.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
}

async function goTo(window: Page, address: string): Promise<void> {
  await window.evaluate((hash) => {
    location.hash = hash
  }, address)
}

async function expectNoFindings(window: Page): Promise<void> {
  await expect(window.locator('[aria-busy="true"]')).toHaveCount(0)
  expect(await axeFindings(window)).toEqual([])
}

function buttonOf(window: Page, name: string) {
  return window.getByRole('button', { name })
}

function personAddress(phone: string) {
  return async (window: Page) => `/people/${(await ask(window, 'people.byPhone', { phone })).people[0]?.id}`
}

function formAddress(state: 'to_check' | 'accepted') {
  return async (window: Page) => `/forms/${(await ask(window, 'forms.list', { state })).forms[0]?.id}`
}

async function dayAddress(window: Page): Promise<string> {
  return `/schedule/${(await ask(window, 'appointments.days', {})).days[0]?.isoDay}`
}

async function composeAddress(window: Page): Promise<string> {
  return `/compose?day=${(await ask(window, 'appointments.days', {})).days[0]?.isoDay}`
}

async function broadcastAddress(window: Page): Promise<string> {
  return `/schedule/broadcasts/${(await ask(window, 'broadcasts.list', {})).broadcasts[0]?.id}`
}
