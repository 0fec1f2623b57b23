import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkoutDir, type RunningOptdesk } from '../../support/electron-app.ts'
import { axeFindings } from '../pages/axe.ts'
import { groupsPage } from '../pages/groups-page.ts'
import { ask, closeForGood, openPracticeDesk } from '../pages/practice-desk.ts'
import { shell } from '../pages/shell.ts'

let optdesk: RunningOptdesk

beforeAll(async () => {
  optdesk = await openPracticeDesk()
})
afterAll(() => closeForGood(optdesk))

async function picture(name: string): Promise<void> {
  const dir = join(checkoutDir, 'out', 'looks')
  await mkdir(dir, { recursive: true })
  await optdesk.window.screenshot({ path: join(dir, `${name}.png`) })
}

test('a group is started with who sees whom in sight, answered, and goes on without who said stop', async () => {
  const { window } = optdesk
  const groups = groupsPage(window)
  await shell(window).goTo('Messages')
  await groups.newGroup.click()
  for (const name of ['Otto Lindgren', 'Sunita Gurung', 'Bao Tran', 'Rosa Delgado']) await groups.add(name)
  await groups.title.fill('Walking group')
  await groups.words.fill('We meet at 9 by the pier on Thursday.')
  await groups.sees.getByText('Otto Lindgren’s phone shows').waitFor()
  await groups.leftOut.getByText('Rosa Delgado').waitFor()
  expect(await axeFindings(window)).toEqual([])
  await picture('new-group')
  await groups.begin.click()
  await picture('new-group-confirm')
  await groups.confirm.click()
  await groups.log.getByText('3 of 3 delivered').waitFor()
  await ask(window, 'carrier.reply', { e164: '+12065550121', body: 'I will be there!' })
  await picture('group')
  expect(await axeFindings(window)).toEqual([])

  await ask(window, 'people.optOut', { e164: '+12065550120', how: 'in_person', words: '' })
  await window.getByText(/Sunita Gurung said stop and will not be in it/).waitFor()
  await groups.reply.fill('It rains. Friday then.')
  await groups.send.click()
  await groups.log.getByText(/no longer in it/).waitFor()
  await groups.log.getByText('2 of 2 delivered').waitFor()
  await picture('group-new-thread')
  const { groups: all } = await ask(window, 'groups.list', {})
  expect(all).toMatchObject([{ title: 'Walking group', members: [{}, {}] }])
})
