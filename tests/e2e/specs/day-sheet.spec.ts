import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { shiftDaySheet } from '../../../shared/domain/sample-practice.ts'
import type { RunningOptdesk } from '../../support/electron-app.ts'
import { officeDay } from '../../support/office-hours.ts'
import { expect } from '../pages/expect.ts'
import { closeForGood, openPracticeDesk } from '../pages/practice-desk.ts'
import { schedulePage } from '../pages/schedule-page.ts'
import { shell } from '../pages/shell.ts'
import { samplePath } from '../../support/sample-path.ts'

/** The clinic's export of today, as a file from the system's file window. */
async function todaysSheet() {
  const csv = await readFile(samplePath('day-sheet.csv'), 'utf8')
  return csvFile('today.csv', shiftDaySheet(csv, officeDay()))
}

function csvFile(name: string, text: string) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}

describe('the day sheet', () => {
  let optdesk: RunningOptdesk
  let schedule: ReturnType<typeof schedulePage>

  beforeAll(async () => {
    optdesk = await openPracticeDesk()
    schedule = schedulePage(optdesk.window)
    await shell(optdesk.window).goTo('Schedule')
  })
  afterAll(() => closeForGood(optdesk))

  test.each([
    [
      'a quotation mark that is never closed',
      'quotes.csv',
      'Date,Time,Patient\n11/24/2026,9:00,"Delgado',
      /quotation mark in row 2 of quotes\.csv is never closed/,
    ],
    ['no rows', 'empty.csv', 'Date,Time,Patient,Mobile\n', /empty\.csv has no rows below its headings/],
    ['a picture', 'photo.csv', '\u0089PNG\r\n\u001A\n\0\0\0\rIHDR\0\0', /photo\.csv is not a list in CSV form/],
  ])('%s is refused in a plain sentence', async (_, name, text, sentence) => {
    await schedule.addDaySheet(csvFile(name, text))
    await expect(schedule.trouble).toHaveText(sentence)
  })

  test('is first looked at: good rows, those that are not and why, and nothing is stored', async () => {
    await schedule.addDaySheet(await todaysSheet())
    await expect(schedule.counts).toHaveText('23 good rows, 1 not; 11 may be texted. Nothing is stored yet.')
    await schedule.showProblems()
    await expect(schedule.problem(15)).toContainText('The same appointment stands further up already')
    await shell(optdesk.window).goTo('Today')
    await expect(optdesk.window.getByText('There is no day sheet yet')).toBeVisible()
  })

  test('waits as it was left, and is taken in', async () => {
    await shell(optdesk.window).goTo('Schedule')
    await schedule.importButton.click()
    await expect(schedule.done).toContainText('23 new, 0 changed, 0 as before, 1 not taken in.')
    await expect(schedule.done).toContainText('11 of them may be texted')
  })

  test('the day says who may be texted, who not, and why', async () => {
    await schedule.showDay()
    await expect(schedule.appointment('Rosa Delgado')).toContainText('May text')
    await expect(schedule.appointment('Thomas Nguyen')).toContainText('never agreed to texts. Ask for a signed form')
    await expect(schedule.appointment('Malik Robinson')).toContainText('said stop. Only its owner can undo that')
    await expect(schedule.appointment('Dmitri Volkov')).toContainText('The appointment is cancelled.')
    await schedule.scrollDayToEnd()
    await expect(schedule.appointment('Ruth Mwangi')).toContainText('There is no mobile number.')
  })

  test('taken in again changes nothing', async () => {
    await schedule.addDaySheet(await todaysSheet())
    await schedule.importButton.click()
    await expect(schedule.done).toContainText('0 new, 0 changed, 23 as before, 1 not taken in. Everyone was known.')
  })
})
