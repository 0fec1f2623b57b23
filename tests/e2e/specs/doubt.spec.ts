import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { checkoutDir, type RunningOptdesk } from '../../support/electron-app.ts'
import { startWireCarrier, type WireCarrier } from '../../support/wire-carrier.ts'
import { axeFindings } from '../pages/axe.ts'
import { doubtPage } from '../pages/doubt-page.ts'
import { expect } from '../pages/expect.ts'
import { ask, closeForGood, startAtOfficeHour } from '../pages/practice-desk.ts'
import { shell } from '../pages/shell.ts'

const ROSA = '+12065550111'

describe('messages in doubt', () => {
  let optdesk: RunningOptdesk
  let carrier: WireCarrier

  beforeAll(async () => {
    carrier = await startWireCarrier()
    // It may have taken the message or not, and has no record of it.
    carrier.behave({ status: 503, body: '<html>' })
    optdesk = await startAtOfficeHour({ switches: [`--provider-url=${carrier.url}`] })
  })
  afterAll(async () => {
    await closeForGood(optdesk)
    await carrier.close()
  })

  test('one is found from Today, its story is told, and a person ends the doubt', async () => {
    const { window } = optdesk
    await ask(window, 'messages.send', {
      e164: ROSA,
      personId: null,
      purpose: 'care',
      emergencyReason: null,
      body: 'Your results are here.',
      whenMs: null,
      onceKey: 'a press for a doubtful text',
    })
    await window.getByText('We cannot tell whether one message arrived').waitFor()
    await window.getByRole('button', { name: 'Decide' }).click()
    const { row, detail } = doubtPage(window)
    await row('Rosa Delgado').click()
    await expect(detail).toContainText('Your results are here.')
    await expect(detail).toContainText(/It left this computer .* and the answer did not come/)
    await expect(detail).toContainText('no answer, so nobody knows')
    expect(await axeFindings(window)).toEqual([])
    const dir = join(checkoutDir, 'out', 'looks')
    await mkdir(dir, { recursive: true })
    await window.screenshot({ path: join(dir, 'doubt.png') })
    await detail.getByRole('button', { name: 'It arrived' }).click()
    await shell(window).goTo('Today')
    await expect(window.getByText('We cannot tell whether one message arrived')).toHaveCount(0)
  })
})
