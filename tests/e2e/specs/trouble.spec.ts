import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, describe, test } from 'vitest'
import { migrations } from '../../../electron/db/migrations/all.ts'
import { openStore } from '../../../electron/db/open.ts'
import { openKeyring } from '../../../electron/security/keyring.ts'
import { startOptdesk } from '../../support/electron-app.ts'
import type { RunningOptdesk } from '../../support/electron-app.ts'
import { mayMountDisk, mountSmallDisk } from '../../support/small-disk.ts'
import type { SmallDisk } from '../../support/small-disk.ts'
import { axeFindings } from '../pages/axe.ts'
import { doors } from '../pages/doors.ts'
import { expect } from '../pages/expect.ts'
import { peoplePage } from '../pages/people-page.ts'
import { closeForGood, startAtOfficeHour } from '../pages/practice-desk.ts'
import { shell } from '../pages/shell.ts'

const SOME_MEGABYTES = 24

let optdesk: RunningOptdesk

afterEach(() => closeForGood(optdesk))

test('a second Optdesk on the same folder ends and brings the first before the person', async () => {
  optdesk = await startAtOfficeHour()
  await optdesk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  await expect(startOptdesk({ userDataDir: optdesk.userDataDir })).rejects.toThrow()
  await expect
    .poll(() =>
      optdesk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isVisible())),
    )
    .toEqual([true])
  await expect(shell(optdesk.window).title('Today')).toBeVisible()
})

test('data from a newer Optdesk is left alone, with both versions named', async () => {
  const first = await startAtOfficeHour()
  await first.close()
  const desk = join(first.userDataDir, 'desks', 'practice')
  await cp(desk, `${desk}.before`, { recursive: true })
  await makeNewer(desk)
  optdesk = await startAtOfficeHour({ userDataDir: first.userDataDir })
  const door = doors(optdesk.window)
  await expect(door.title('This data is from a newer Optdesk')).toBeVisible()
  await expect(door.trouble).toHaveText(
    /written by a newer Optdesk \(9\.0\.0\); here is 0\.1\.0\. Nothing was touched\./,
  )
  expect(await axeFindings(optdesk.window)).toEqual([])
  await rm(desk, { recursive: true })
  await cp(`${desk}.before`, desk, { recursive: true })
  await door.tryAgain()
  await expect(shell(optdesk.window).title('Today')).toBeVisible()
})

describe.runIf(mayMountDisk)('a disk in trouble', () => {
  let disk: SmallDisk

  /** A folder for Optdesk whose data lies on the small disk; Chromium's own files do not. */
  async function folderOnDisk(): Promise<string> {
    disk = mountSmallDisk(SOME_MEGABYTES)
    const userDataDir = await mkdtemp(join(tmpdir(), 'optdesk-'))
    await symlink(disk.dir, join(userDataDir, 'desks'))
    return userDataDir
  }

  /** Fills the disk to its last byte and gives the file that can be taken away again. */
  async function fill(): Promise<string> {
    const ballast = join(disk.dir, 'ballast')
    const isFull = await writeFile(ballast, Buffer.alloc((SOME_MEGABYTES + 1) * 1024 * 1024)).then(
      () => false,
      () => true,
    )
    expect(isFull).toBe(true)
    return ballast
  }

  afterEach(() => disk.release())

  test('a folder that cannot be written is told, and opens once it can', async () => {
    const userDataDir = await folderOnDisk()
    disk.setReadonly(true)
    optdesk = await startAtOfficeHour({ userDataDir })
    const door = doors(optdesk.window)
    await expect(door.title('Optdesk cannot write to its folder')).toBeVisible()
    await expect(door.trouble).toContainText(
      'Give this computer’s user the right to write there, then press Try again.',
    )
    disk.setReadonly(false)
    await door.tryAgain()
    await expect(shell(optdesk.window).title('Today')).toBeVisible()
  })

  test('a disk that is full at the start is told, and opens once there is space', async () => {
    const userDataDir = await folderOnDisk()
    const ballast = await fill()
    optdesk = await startAtOfficeHour({ userDataDir })
    const door = doors(optdesk.window)
    await expect(door.title('The disk is full')).toBeVisible()
    await expect(door.trouble).toContainText('Nothing was lost. Free some space, then press Try again.')
    await rm(ballast)
    await door.tryAgain()
    await expect(shell(optdesk.window).title('Today')).toBeVisible()
  })

  test('a disk that fills up while a person types costs nothing: it is told, and saved once there is space', async () => {
    optdesk = await startAtOfficeHour({ userDataDir: await folderOnDisk() })
    const ballast = await fill()
    await shell(optdesk.window).goTo('People')
    await optdesk.window.getByRole('button', { name: 'Add a person' }).click()
    const dialog = shell(optdesk.window).dialog('Add a person')
    await dialog.getByRole('textbox', { name: 'First name' }).fill('Marisol')
    await dialog.getByRole('textbox', { name: 'Last name' }).fill('Vega')
    const save = dialog.getByRole('button', { name: /^Save/ })
    await save.click()
    await expect(dialog.getByRole('alert')).toContainText('The disk is full. Nothing was lost.')
    await rm(ballast)
    await save.click()
    await expect(peoplePage(optdesk.window).story.getByRole('heading', { name: 'Marisol Vega' })).toBeVisible()
  })
})

/** Takes the store one step further than this Optdesk knows, as a newer one would. */
async function makeNewer(dir: string): Promise<void> {
  const keyring = await openKeyring({ dir })
  if (!keyring.ok) throw new Error(keyring.error.code)
  const opened = await openStore({
    path: join(dir, 'desk.db'),
    key: keyring.value.key,
    appVersion: '9.0.0',
    clock: { now: () => Date.now() },
    migrations: [
      ...migrations,
      { name: '9999_next', up: async (db) => void (await sql`CREATE TABLE next (id TEXT) STRICT`.execute(db)) },
    ],
  })
  if (!opened.ok) throw new Error(opened.error.code)
  await opened.value.close()
}
