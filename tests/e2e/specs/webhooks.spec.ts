import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import type { Locator } from 'playwright'
import { checkoutDir, type RunningOptdesk } from '../../support/electron-app.ts'
import { setUpOffice, urgentText, WIRE_ACCOUNT } from '../../support/office-account.ts'
import { freePort, holdPort, inboundBody, postWebhook, SIGNATURE_SECRET, signWebhook } from '../../support/webhooks.ts'
import { startWireCarrier, type WireCarrier } from '../../support/wire-carrier.ts'
import { axeFindings } from '../pages/axe.ts'
import { expect } from '../pages/expect.ts'
import { messagesPage } from '../pages/messages-page.ts'
import { ask, closeForGood, startAtOfficeHour } from '../pages/practice-desk.ts'
import { receiverPart } from '../pages/receiver-part.ts'
import { shell } from '../pages/shell.ts'

const ADA = '+12063210142'

describe('webhooks', () => {
  let carrier: WireCarrier
  let optdesk: RunningOptdesk
  let receiver: ReturnType<typeof receiverPart>
  let port: number

  beforeAll(async () => {
    carrier = await startWireCarrier({ account: WIRE_ACCOUNT })
    optdesk = await startAtOfficeHour({ switches: [`--provider-url=${carrier.url}`] })
    await setUpOffice({ ask: (method, input) => ask(optdesk.window, method, input) }, { inbound: 'webhook' })
    receiver = receiverPart(optdesk.window)
    port = await freePort()
  })
  afterAll(async () => {
    await closeForGood(optdesk)
    await carrier.close()
  })

  async function bring(body: string, changes: Parameters<typeof signWebhook>[2] = {}): Promise<number> {
    const setup = await ask(optdesk.window, 'setup.state', {})
    const nowMs = setup.state === 'ready' ? setup.nowMs : 0
    const token = signWebhook(body, { now: () => nowMs }, changes)
    return postWebhook(`http://127.0.0.1:${port}/webhooks/inbound`, body, token)
  }

  /** The window as it is, with something in sight. */
  async function shot(name: string, inSight: Locator): Promise<void> {
    const dir = join(checkoutDir, 'out', 'looks')
    await mkdir(dir, { recursive: true })
    await inSight.evaluate((one) => one.scrollIntoView({ block: 'start' }))
    await optdesk.window.screenshot({ path: join(dir, `${name}.png`) })
  }

  test('are off at first, and need the secret by which they are believed', async () => {
    await shell(optdesk.window).goTo('Settings')
    await expect(receiver.part).toContainText('Off. Nothing on this computer listens.')
    await receiver.pressSwitch()
    await expect(receiver.trouble).toContainText('Enter the signature secret')
  })

  test('a port that is taken is said, with what to do', async () => {
    const other = await holdPort()
    await receiver.field('Signature secret').fill(SIGNATURE_SECRET)
    await receiver.field('Port').fill('80')
    await expect(receiver.field('Port')).toHaveAccessibleDescription(/from 1024 to 65535/)
    await receiver.field('Port').fill(String(other.port))
    await receiver.save()
    await receiver.pressSwitch()
    await expect(receiver.part).toContainText(`Another program uses port ${other.port}, so nothing can come in.`)
    await other.free()
    await receiver.field('Port').fill(String(port))
    await receiver.save()
    await expect(receiver.part).toContainText(`Listens at http://127.0.0.1:${port}`)
    expect(await optdesk.window.content()).not.toContain(SIGNATURE_SECRET)
  })

  test('what is not signed by the provider is counted with its reason', async () => {
    expect(await bring(inboundBody('STOP'), { secret: 'somebody else’s secret, just as long' })).toBe(401)
    await expect(receiver.part).toContainText('Signed with another secret')
    await receiver.openOutside()
    await expect(receiver.part).toContainText('leave the words and the Authorization header as they are')
    expect(await axeFindings(optdesk.window)).toEqual([])
    await shot('webhooks', receiver.part)
    await shot('webhooks-outside', receiver.part.getByText('Turned away'))
  })

  test('an answer stands in its conversation, and a STOP stops what waits', async () => {
    await ask(optdesk.window, 'messages.send', urgentText(ADA))
    expect(await bring(inboundBody('Thank you, see you then'))).toBe(200)
    await shell(optdesk.window).goTo('Messages')
    const messages = messagesPage(optdesk.window)
    await messages.conversation('(206) 321-0142').click()
    await expect(messages.thread).toContainText('Thank you, see you then')
    const stop = { message_uuid: '5d00604f-0000-4000-8000-000000000003' }
    expect(await bring(inboundBody('STOP', stop))).toBe(200)
    await expect(messages.thread).toContainText('STOP')
    await expect(messages.bubble('The office is closed today.')).toContainText(/stop/i)
    await shot('webhooks-thread', messages.thread)
  })

  test('in Spanish', async () => {
    await ask(optdesk.window, 'preferences.update', { language: 'es', theme: 'dark' })
    await optdesk.window.getByRole('link', { name: 'Ajustes' }).click()
    const part = optdesk.window.getByRole('region', { name: 'Webhooks' })
    await expect(part).toContainText(`Escucha en http://127.0.0.1:${port}`)
    await expect(part).toContainText('Último webhook')
    await part.getByRole('button', { name: 'Qué hace falta fuera' }).click()
    expect(await axeFindings(optdesk.window)).toEqual([])
    await shot('webhooks-es', part)
  })
})
