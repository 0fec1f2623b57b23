import { afterAll, beforeAll, describe, test } from 'vitest'
import { DAY_MS } from '../../../shared/time.ts'
import type { RunningOptdesk } from '../../support/electron-app.ts'
import { officeHourSwitch } from '../../support/office-hours.ts'
import { axeFindings } from '../pages/axe.ts'
import { expect } from '../pages/expect.ts'
import { ask, closeForGood, openPracticeDesk, startAtOfficeHour } from '../pages/practice-desk.ts'
import { shell } from '../pages/shell.ts'

const OTTO = '+12065550110'

describe('a date older than the last one seen', () => {
  let optdesk: RunningOptdesk

  beforeAll(async () => {
    optdesk = await openPracticeDesk()
    await optdesk.close()
    optdesk = await startAtOfficeHour({ userDataDir: optdesk.userDataDir, switches: [setBack()] })
  })
  afterAll(() => closeForGood(optdesk))

  test('is told on Today and in the foot bar, and nothing leaves', async () => {
    const { window } = optdesk
    await expect(shell(window).line).toContainText('This computer’s date cannot be right: everything waits')
    await expect(window.getByRole('main')).toContainText('Until it is right nothing is sent')
    expect(await axeFindings(window)).toEqual([])
    const letter = { e164: OTTO, personId: null, purpose: 'care' as const, emergencyReason: null, mediaIds: [] }
    const sent = await ask(window, 'messages.send', {
      ...letter,
      body: 'See you',
      whenMs: null,
      onceKey: 'a press of the button',
    })
    expect((await ask(window, 'deliveries.get', { id: sent.deliveryId })).state).toBe('queued')
    await ask(window, 'deliveries.cancel', { id: sent.deliveryId })
  })

  test('a person says that the date is right, and is asked once more', async () => {
    const { window } = optdesk
    await window.getByRole('button', { name: 'The date is right' }).click()
    const question = shell(window).dialog(/^Is it really /)
    await expect(question).toContainText('Your name is kept with this answer.')
    await question.getByRole('button', { name: /^Yes, it is / }).click()
    await expect(shell(window).line).not.toContainText('date cannot be right')
    await expect(window.getByRole('main')).not.toContainText('Until it is right nothing is sent')
  })

  test('and it is not asked again after a restart', async () => {
    await optdesk.close()
    optdesk = await startAtOfficeHour({ userDataDir: optdesk.userDataDir, switches: [setBack()] })
    await expect(shell(optdesk.window).line).toContainText('Online')
    expect((await ask(optdesk.window, 'queue.status', {})).clockQuestion).toBeNull()
  })
})

/** The same hour as in the other tests, a day earlier: as after a dead battery. */
function setBack(): string {
  const [name, shiftMs] = officeHourSwitch().split('=')
  return `${name}=${Number(shiftMs) - DAY_MS}`
}
