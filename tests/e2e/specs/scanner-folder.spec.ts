import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as Electron from 'electron'
import { afterAll, beforeAll, describe, test } from 'vitest'
import type { RunningOptdesk } from '../../support/electron-app.ts'
import { axeFindings } from '../pages/axe.ts'
import { expect } from '../pages/expect.ts'
import { formsPage } from '../pages/forms-page.ts'
import { closeForGood, openPracticeDesk } from '../pages/practice-desk.ts'
import { shell } from '../pages/shell.ts'
import { samplePath } from '../../support/sample-path.ts'

describe('the scanner’s folder', () => {
  let optdesk: RunningOptdesk
  let scans: string

  beforeAll(async () => {
    scans = await mkdtemp(join(tmpdir(), 'optdesk-scans-'))
    optdesk = await openPracticeDesk()
  })
  afterAll(async () => {
    await closeForGood(optdesk)
    await rm(scans, { recursive: true, force: true })
  })

  const part = () => optdesk.window.getByRole('region', { name: 'The scanner’s folder' })

  test('is chosen in the system’s own window', async () => {
    await optdesk.app.evaluate(answerFolder, scans)
    await shell(optdesk.window).goTo('Settings')
    await part().getByRole('button', { name: 'Choose a folder' }).click()
    await expect(part().getByRole('status')).toContainText('Watched. Nothing came')
    await expect(part()).toContainText(scans)
    expect(await axeFindings(optdesk.window)).toEqual([])
  })

  test('what the scanner writes there is a form to check, wherever one is in the window', async () => {
    await copyFile(samplePath('okafor-flatbed.jpg'), join(scans, 'SCN_0001.jpg'))
    await expect(part().getByRole('status')).toContainText('One form came')
    await shell(optdesk.window).goTo('Forms')
    await expect(formsPage(optdesk.window).row('SCN_0001.jpg')).toHaveCount(1)
  })

  test('is let go again', async () => {
    await shell(optdesk.window).goTo('Settings')
    await part().getByRole('button', { name: 'Stop watching' }).click()
    await expect(part()).toContainText('No folder is watched')
  })
})

/** Runs in main: the system's window answers as if somebody had chosen this folder in it. */
function answerFolder({ dialog }: typeof Electron, folder: string): void {
  dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
}
