import type { Page } from 'playwright'
import { confirmSheet, isRead } from '../e2e/pages/confirm-sheet.ts'
import { goTo } from './stage.ts'
import type { Stage } from './stage.ts'

/** What the receptionist reads off a sheet. */
interface Sheet {
  readonly givenName: string
  readonly familyName: string
  readonly phone: string
  readonly email: string
  /** Care, offers, group threads: as ticked. */
  readonly ticked: readonly [boolean, boolean, boolean]
  /** As typed into the date's parts: month, day, year. */
  readonly signedOn: string
}

const OKAFOR: Sheet = {
  givenName: 'Danielle',
  familyName: 'Okafor',
  phone: '2065550142',
  email: 'd.okafor@example.com',
  ticked: [true, false, false],
  signedOn: '11182026',
}

/** The sample sheets come in; one is typed beside its picture by keyboard alone, the unsigned one is set aside. */
export async function checkForms(stage: Stage): Promise<void> {
  const window = stage.window()
  await goTo(window, 'Forms')
  await window.getByRole('button', { name: 'Use the sample forms' }).click()
  await window.getByRole('grid').getByText('okafor-flatbed.jpg').waitFor()
  await window.getByRole('grid').getByText('Reading…').first().waitFor({ state: 'detached' })
  await stage.show('forms', 'Seven signed sheets came in: photos, a scan, a PDF of two.')
  await window.getByRole('button', { name: 'Check now' }).click()
  await window.getByRole('textbox', { name: 'Given name' }).waitFor()
  const wasRead = await isRead(window)
  await (wasRead ? confirmSheet(window, asRead(OKAFOR)) : typeSheet(window, OKAFOR))
  await stage.show(
    'check',
    wasRead
      ? 'A sheet was read: each answer stands under its ink, and a person confirms it by keyboard alone.'
      : 'A sheet is typed beside its picture, by keyboard alone.',
  )
  await window.keyboard.press('Control+Enter')
  await window.getByText('Danielle Okafor agreed to care texts').waitFor()
  await stage.show('accepted', 'Saved: person, consent and proof in one step, and the confirmation is on its way.')
  await setUnsignedAside(stage)
}

/** The same sheet, for the lines of one that the machine has read. */
function asRead({ ticked: [care, offers, groups], ...sheet }: Sheet): Parameters<typeof confirmSheet>[1] {
  const belongsTo = `It is ${sheet.givenName} ${sheet.familyName}`
  return { ...sheet, language: 'English', belongsTo, ticked: { care, offers, groups } }
}

async function openSheet(window: Page, name: string): Promise<void> {
  await window.getByRole('grid').getByText(name).dblclick()
  await window.getByRole('textbox', { name: 'Given name' }).waitFor()
}

async function typeSheet(window: Page, sheet: Sheet): Promise<void> {
  const { keyboard } = window
  await window.getByRole('textbox', { name: 'Given name' }).focus()
  for (const typed of [sheet.givenName, sheet.familyName, sheet.phone, sheet.email]) {
    await keyboard.type(typed)
    await keyboard.press('Tab')
  }
  for (const isTicked of [...sheet.ticked, true]) {
    await focusNextQuestion(window)
    await keyboard.press(isTicked ? 'y' : 'n')
  }
  await window.getByRole('spinbutton', { name: /month/i }).focus()
  await keyboard.type(sheet.signedOn)
  // The number is known already: the receptionist says whether it is the same person.
  await window.getByRole('radio', { name: `It is ${sheet.givenName} ${sheet.familyName}` }).focus()
  await keyboard.press('Space')
  await window.getByRole('textbox', { name: 'Given name' }).focus()
}

/** Tabs on to the next question of Yes and No that nobody has answered. */
async function focusNextQuestion(window: Page): Promise<void> {
  await window
    .getByRole('radiogroup')
    .filter({ has: window.getByRole('radio', { name: 'Yes' }) })
    .filter({ hasNot: window.getByRole('radio', { checked: true }) })
    .first()
    .getByRole('radio', { name: 'Yes' })
    .focus()
}

async function setUnsignedAside(stage: Stage): Promise<void> {
  const window = stage.window()
  await window.keyboard.press('Escape')
  await openSheet(window, 'ramanathan-not-signed.jpg')
  await window.getByRole('button', { name: 'Set aside' }).click()
  await window.getByRole('dialog').getByText('Not signed').click()
  await window.getByRole('dialog').getByRole('button', { name: 'Set aside' }).click()
  await window.getByText('Set aside. Nothing was agreed to by it.').waitFor()
}
