import { afterAll, beforeAll, describe, test } from 'vitest'
import { HOUR_MS } from '../../../shared/time.ts'
import type { RunningOptdesk } from '../../support/electron-app.ts'
import { axeFindings } from '../pages/axe.ts'
import { expect } from '../pages/expect.ts'
import { messagesPage } from '../pages/messages-page.ts'
import { ask, closeForGood, openPracticeDesk } from '../pages/practice-desk.ts'
import { schedulePage } from '../pages/schedule-page.ts'
import { shell } from '../pages/shell.ts'

const ROSA = 'Rosa Delgado'
const ROSAS_NUMBER = '+12065550111'
const FIRST_FEW = 5
/** Receipts, and the judgement of the first few. */
const AFTER_RECEIPTS = { timeout: 30_000 }

describe('messages to many on their way', () => {
  let optdesk: RunningOptdesk
  let schedule: ReturnType<typeof schedulePage>

  beforeAll(async () => {
    optdesk = await openPracticeDesk()
    schedule = schedulePage(optdesk.window)
  })
  afterAll(() => closeForGood(optdesk))

  test('one is held and let go on, and each copy says what it waits for', async () => {
    const { window } = optdesk
    await plan(optdesk, 'The well is dry', { inAnHour: true })
    await openBroadcast(optdesk, 'The well is dry')
    const detail = window.getByRole('main')
    await expect(detail).toContainText(/Done about/)
    await expect(detail).toContainText(/about \$\d+\.\d+; \$0\.00 of it has left/)
    await detail.getByRole('button', { name: 'Hold it' }).click()
    await expect(schedule.copyOf(ROSA)).toContainText('You hold this message to many back.')
    await expect(detail).toContainText('Not known while nothing of it can leave')
    expect(await axeFindings(window)).toEqual([])
    await detail.getByRole('button', { name: 'Let it go on' }).click()
    await expect(schedule.copyOf(ROSA)).toContainText(/Goes out/)
  })

  test('a second one is put before the first, and cancelled', async () => {
    const { window } = optdesk
    await plan(optdesk, 'The road is closed', { inAnHour: true })
    await openBroadcast(optdesk, 'The road is closed')
    const detail = window.getByRole('main')
    await expect(detail).toContainText('Nothing goes before it; it takes turns with one other.')
    await detail.getByRole('button', { name: 'Sooner' }).click()
    await expect(detail).toContainText('Nothing goes before it.')
    await openBroadcast(optdesk, 'The well is dry')
    await expect(detail).toContainText('One message to many goes before it.')
    await openBroadcast(optdesk, 'The road is closed')
    await detail.getByRole('button', { name: 'Cancel it' }).click()
    await window
      .getByRole('dialog')
      .getByRole('button', { name: /^Cancel \d+ messages/ })
      .click()
    await expect(detail.getByText('Cancelled').first()).toBeVisible()
  })

  test('a number whose answer may mean stop: its copy waits for that decision, one press away', async () => {
    const { window } = optdesk
    await ask(window, 'carrier.reply', { e164: ROSAS_NUMBER, body: 'please dont text me so much ok? stop maybe' })
    await openBroadcast(optdesk, 'The well is dry')
    await expect(schedule.copyOf(ROSA)).toContainText('Waits until you decide what the last answer meant.')
    await schedule.copyOf(ROSA).dblclick()
    const { thread } = messagesPage(window)
    await expect(thread).toContainText('Did this mean stop?')
    await thread.getByRole('button', { name: 'No, it did not' }).click()
    await expect(thread).toContainText(/Goes out/)
  })

  test('the first few fail: the rest is held, Today says so, and it goes on only after a second question', async () => {
    const { window } = optdesk
    await ask(window, 'carrier.set', { failPercent: 100 })
    await plan(optdesk, 'Boil your water', { inAnHour: false })
    await shell(window).goTo('Today')
    const need = window.getByRole('listitem').filter({ hasText: 'held after its first few' })
    await expect(need).toContainText('Boil your water', AFTER_RECEIPTS)
    await need.getByRole('button', { name: 'See why' }).click()
    const detail = window.getByRole('main')
    // It is held as soon as too many failed, whether or not the receipts of all are in.
    await expect(detail).toContainText(
      new RegExp(`Optdesk held this after its first ${FIRST_FEW}: [3-${FIRST_FEW}] of them failed\\.`),
    )
    expect(await axeFindings(window)).toEqual([])
    await detail.getByRole('button', { name: 'Let it go on' }).click()
    await window.getByRole('dialog').getByRole('button', { name: 'Not now' }).click()
    await expect(detail).toContainText('The rest waits.')
    await detail.getByRole('button', { name: 'Cancel it' }).click()
    await window
      .getByRole('dialog')
      .getByRole('button', { name: /^Cancel \d+ messages/ })
      .click()
    await expect(detail).not.toContainText('Cancel it')
    await shell(window).goTo('Today')
    await expect(need).toHaveCount(0)
  })
})

let presses = 0

/** A care text to everyone who agreed, with a reason, so that no cap on the texts of another test stands in its way. */
async function plan({ window }: RunningOptdesk, title: string, when: { readonly inAnHour: boolean }): Promise<void> {
  presses += 1
  const { nowMs } = await ask(window, 'today.get', {})
  await ask(window, 'broadcasts.schedule', {
    audience: { kind: 'everyone', language: null },
    purpose: 'care',
    emergencyReason: null,
    overCapReason: 'The water is not safe',
    body: `${title}. Call us.`,
    title,
    whenMs: when.inAnHour ? nowMs + HOUR_MS : null,
    canary: FIRST_FEW,
    onceKey: `press number ${presses} of the button`,
  })
}

async function openBroadcast({ window }: RunningOptdesk, title: string): Promise<void> {
  await shell(window).goTo('Schedule')
  const schedule = schedulePage(window)
  await schedule.showBroadcasts()
  await schedule.broadcast(title).click()
  await window.getByRole('heading', { level: 2, name: title }).waitFor()
}
