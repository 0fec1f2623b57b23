import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, test } from 'vitest'
import type { RunningOptdesk } from '../../support/electron-app.ts'
import { carrierPanel } from '../pages/carrier-panel.ts'
import { composePage } from '../pages/compose-page.ts'
import { expect } from '../pages/expect.ts'
import { formCheck } from '../pages/form-check.ts'
import { formsPage } from '../pages/forms-page.ts'
import { groupsPage } from '../pages/groups-page.ts'
import { peoplePage } from '../pages/people-page.ts'
import { ask, closeForGood, openPracticeDesk } from '../pages/practice-desk.ts'
import { readable } from '../pages/readable.ts'
import { schedulePage } from '../pages/schedule-page.ts'
import { shell } from '../pages/shell.ts'
import { KWAME, OTTO, ROSA, tomorrowsSmallSheet } from '../pages/small-sheet.ts'
import { samplePath } from '../../support/sample-path.ts'

const SUNITA = 'Sunita Gurung'
const BAO = 'Bao Tran'

/** Names, numbers, words and files that stand for everybody's; nobody else on the desk has them. */
const PRIVATE = [
  ...[ROSA, OTTO, KWAME, 'Thomas Nguyen', 'Danielle Okafor', SUNITA, BAO].flatMap((name) => name.split(' ')),
  '555-0111',
  '555-0110',
  '555-0113',
  '555-0163',
  '555-0142',
  'lighthouse',
  'parking',
  'harpsichord',
  'leave me alone',
  'okafor-flatbed',
  '@example',
]
const SUNITAS_NUMBER = '+12065550120'
const ROSAS_NUMBER = '+12065550111'
const KWAMES_NUMBER = '+14255550113'

describe('with names hidden, nobody at the counter can read a name, a number or a word', () => {
  let optdesk: RunningOptdesk

  beforeAll(async () => {
    optdesk = await openPracticeDesk()
    await fillDesk(optdesk.window)
    await hideOrShow(optdesk.window)
    await optdesk.window.getByText('Names are hidden').waitFor()
  })
  afterAll(() => closeForGood(optdesk))

  async function expectNothing(): Promise<void> {
    const { window } = optdesk
    await expect(window.locator('[aria-busy="true"]')).toHaveCount(0)
    expect(await readable(window, PRIVATE)).toEqual([])
  }

  test.each<[name: string, address: (window: Page) => Promise<string>]>([
    ['Today', async () => '/'],
    ['Forms', async () => '/forms'],
    ['a form to check', formAddress('to_check')],
    ['a form that was accepted', formAddress('accepted')],
    ['People', async () => '/people'],
    ['a person', personAddress(ROSAS_NUMBER)],
    ['a person who may have said stop', personAddress(KWAMES_NUMBER)],
    ['Messages', async () => '/messages'],
    ['a conversation', async () => `/messages/${encodeURIComponent(ROSAS_NUMBER)}`],
    ['a conversation with a question', async () => `/messages/${encodeURIComponent(KWAMES_NUMBER)}`],
    ['a group that somebody left', groupAddress],
    ['a message to many, being written', dayOf('/compose?day=')],
    ['a day', dayOf('/schedule/')],
    ['a message to many, sent', broadcastAddress],
    ['Settings', async () => '/settings'],
  ])('on %s', async (_, addressOf) => {
    await goTo(optdesk.window, await addressOf(optdesk.window))
    await expectNothing()
  })

  test.each<[name: string, address: (window: Page) => Promise<string>, open: (window: Page) => Promise<void>]>([
    ['the palette that finds somebody', async () => '/', findInPalette],
    ['the practice carrier', async () => '/', (window) => carrierPanel(window).open()],
    [
      'a person being changed',
      personAddress(ROSAS_NUMBER),
      (window) => window.getByRole('button', { name: 'Edit' }).click(),
    ],
    ['a stop being noted', personAddress(ROSAS_NUMBER), (window) => peoplePage(window).noteStopButton.click()],
    ['those left out', dayOf('/compose?day='), (window) => composePage(window).leftOutButton.click()],
    ['the question before sending', dayOf('/compose?day='), (window) => composePage(window).askToSend()],
    ['the same question for one person', composeToRosa, (window) => composePage(window).askToSend()],
  ])('over it: %s', async (_, addressOf, open) => {
    const { window } = optdesk
    await goTo(window, await addressOf(window))
    await open(window)
    await window.getByRole('dialog').waitFor()
    await expectNothing()
    await putAway(window)
  })

  test('in a group that is being started, with who sees whom', async () => {
    const { window } = optdesk
    const groups = groupsPage(window)
    await goTo(window, '/messages/new-group')
    for (const name of [OTTO, BAO]) await groups.add(name)
    await groups.sees.getByRole('listitem').first().waitFor()
    await expectNothing()
  })

  test('in the fields in which somebody is looked for', async () => {
    const { window } = optdesk
    await goTo(window, '/people')
    await window.getByRole('searchbox', { name: 'Name or number' }).fill('Delgado')
    await expect(window.getByRole('grid', { name: 'People' }).getByRole('row')).toHaveCount(1)
    await expectNothing()
    await window.getByRole('searchbox', { name: 'Name or number' }).fill('')
    await goTo(window, '/compose')
    await window.getByRole('combobox', { name: 'Find a person' }).fill('Delgado')
    await window.getByRole('option', { name: ROSA }).waitFor()
    await expectNothing()
    await window.keyboard.press('Escape')
  })

  test('in the short words about what was just done, and in refusals', async () => {
    const { window } = optdesk
    await goTo(window, '/')
    await carrierPanel(window).textBack(ROSA, 'And a harpsichord?')
    await expectNothing()
    await goTo(window, await formAddress('to_check')(window))
    await formCheck(window).phone.fill('206 555 0142')
    await window.getByRole('radiogroup', { name: /Already known/ }).waitFor()
    await expectNothing()
    await shell(window).goTo('Forms')
    await formsPage(window).addFiles([{ name: 'okafor-flatbed.txt', mimeType: 'text/plain', buffer: Buffer.from('-') }])
    await formsPage(window).refused.waitFor()
    await expectNothing()
  })

  test('and all of it is there again with the same keys', async () => {
    const { window } = optdesk
    await hideOrShow(window)
    await goTo(window, '/people')
    await window.getByRole('grid', { name: 'People' }).getByRole('row').first().waitFor()
    expect(await readable(window, PRIVATE)).toContain(KWAME)
  })
})

async function hideOrShow(window: Page): Promise<void> {
  await window.getByRole('main').focus()
  await window.keyboard.press('Shift+Escape')
}

/** Something of everybody in every place. */
async function fillDesk(window: Page): Promise<void> {
  await shell(window).goTo('Forms')
  await formsPage(window).addFiles([samplePath('okafor-flatbed.jpg')])
  await formsPage(window).row('okafor-flatbed.jpg').waitFor()
  await shell(window).goTo('Schedule')
  await schedulePage(window).takeIn(tomorrowsSmallSheet())
  await schedulePage(window).writeButton.click()
  const compose = composePage(window)
  await compose.words.fill('Hi {first_name}, the lighthouse is closed.')
  await compose.send()
  await compose.sent.waitFor()
  await carrierPanel(window).textBack(KWAME, 'Please leave me alone with these')
  await carrierPanel(window).textBack(ROSA, 'Is there parking?')
  await startGroup(window)
  await window.getByRole('button', { name: 'Write another' }).click()
  await compose.words.fill('Hi {first_name}, about the lighthouse.')
}

/** A group that one of its people has left: it names who is in it, who is gone, and who does not get the next message. */
async function startGroup(window: Page): Promise<void> {
  const numbers = ['+12065550110', '+12065550120', '+12065550121']
  const members = await Promise.all(
    numbers.map(async (e164) => {
      const { people } = await ask(window, 'people.byPhone', { phone: e164 })
      return { e164, personId: people[0]?.id ?? null }
    }),
  )
  await ask(window, 'groups.start', {
    members,
    title: '',
    body: 'The lighthouse walk.',
    onceKey: 'a press for a group',
  })
  await ask(window, 'people.optOut', { e164: SUNITAS_NUMBER, how: 'in_person', words: '' })
}

/** Where words were typed, the first Esc takes them away and the second closes. */
function putAway(window: Page): Promise<void> {
  return expect(async () => {
    await window.keyboard.press('Escape')
    await window.getByRole('dialog').waitFor({ state: 'hidden', timeout: 500 })
  }).toPass()
}

async function findInPalette(window: Page): Promise<void> {
  await window.keyboard.press('Control+K')
  await window.keyboard.type('delgado')
  await window.getByRole('option', { name: ROSA }).waitFor()
}

async function goTo(window: Page, address: string): Promise<void> {
  await window.evaluate((hash) => {
    location.hash = hash
  }, address)
  await window.getByRole('heading', { level: 1 }).waitFor()
}

function personAddress(phone: string) {
  return async (window: Page) => `/people/${(await ask(window, 'people.byPhone', { phone })).people[0]?.id}`
}

async function composeToRosa(window: Page): Promise<string> {
  return `/compose?person=${(await ask(window, 'people.byPhone', { phone: ROSAS_NUMBER })).people[0]?.id}`
}

function formAddress(state: 'to_check' | 'accepted') {
  return async (window: Page) => `/forms/${(await ask(window, 'forms.list', { state })).forms[0]?.id}`
}

function dayOf(start: string) {
  return async (window: Page) => `${start}${(await ask(window, 'appointments.days', {})).days[0]?.isoDay}`
}

async function groupAddress(window: Page): Promise<string> {
  return `/messages/group/${(await ask(window, 'groups.list', {})).groups[0]?.groupThreadId}`
}

async function broadcastAddress(window: Page): Promise<string> {
  return `/schedule/broadcasts/${(await ask(window, 'broadcasts.list', {})).broadcasts[0]?.id}`
}
