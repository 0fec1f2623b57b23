import type { Page } from 'playwright'
import { carrierPanel } from '../e2e/pages/carrier-panel.ts'
import { schedulePage } from '../e2e/pages/schedule-page.ts'
import { goTo } from './stage.ts'
import type { Stage } from './stage.ts'

/** The carrier's port is really closed: connections are refused. */
export async function loseTheNetwork(stage: Stage): Promise<void> {
  await carrierPanel(stage.window()).set('Network', false)
  await stage
    .window()
    .getByText(/^Offline/)
    .first()
    .waitFor()
  await stage.show('offline', 'The network is lost; the window says so.')
}

/** The program is killed while the messages wait, starts again, and the network returns: each goes out once. */
export async function networkBack(stage: Stage): Promise<void> {
  await stage.crash()
  await stage.show('restarted', 'The program was killed and started again: everything still waits.')
  await carrierPanel(stage.window()).set('Network', true)
  const waiting = await everythingDelivered(stage.window())
  await goTo(stage.window(), 'Schedule')
  const schedule = schedulePage(stage.window())
  await schedule.showBroadcasts()
  await schedule.broadcast('Schedule change').click()
  await schedule.copyOf('Kwame Asante').waitFor({ state: 'attached' })
  await stage.show('delivered', `The network is back: ${waiting} messages were delivered, each of them once.`)
  await goTo(stage.window(), 'Messages')
}

/** Waits until nothing is on its way, and makes sure that the carrier has each message once. Returns how many. */
async function everythingDelivered(page: Page): Promise<number> {
  for (let look = 0; (await countOnTheWay(page)) > 0; look += 1) {
    if (look > 300) throw new Error('Some messages are still on their way after two minutes')
    await page.waitForTimeout(400)
  }
  const book = await page.evaluate(() => window.optdesk.call('carrier.get', {}))
  if (!book.ok) throw new Error(`The carrier's book cannot be read: ${book.error.code}`)
  const refs = book.value.book.map(({ clientRef }) => clientRef)
  if (new Set(refs).size !== refs.length) throw new Error('The carrier has a message twice')
  return refs.length
}

async function countOnTheWay(page: Page): Promise<number> {
  const states = ['queued', 'sending', 'accepted', 'submitted', 'in_doubt'] as const
  const answer = await page.evaluate(
    (sought) => window.optdesk.call('queue.list', { states: [...sought], limit: 1 }),
    states,
  )
  if (!answer.ok) throw new Error(`The queue cannot be read: ${answer.error.code}`)
  return answer.value.total
}
