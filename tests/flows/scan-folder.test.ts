import { appendFile, copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Desk } from '../../electron/desk/open-desk.ts'
import { startScanFolder } from '../../electron/scan-folder/watch-folder.ts'
import type { ScanFolder } from '../../electron/scan-folder/watch-folder.ts'
import { addForms } from '../../electron/services/add-forms.ts'
import { formsInState } from '../../electron/services/form-rows.ts'
import { SAMPLE_DIR } from '../support/core.ts'
import { withDesk } from '../support/desk.ts'
import { inTempFolder } from '../support/store.ts'

const SHEET = join(SAMPLE_DIR, 'okafor-flatbed.jpg')
const OTHER_SHEET = join(SAMPLE_DIR, 'nguyen-phone.jpg')

interface Watched {
  readonly desk: Desk
  readonly folder: string
  readonly watching: ScanFolder
  /** Has the folder looked into so often. */
  look(times: number): Promise<void>
  names(): Promise<readonly string[]>
  /** Every file that was handed to the desk, in order. */
  readonly brought: readonly string[]
}

/** A desk that watches a folder; its alarm rings when the test says so. */
function withFolder(use: (watched: Watched) => Promise<void>): Promise<void> {
  return inTempFolder((root) =>
    withDesk(async (desk) => {
      const folder = join(root, 'scans')
      await mkdir(folder)
      const brought: string[] = []
      let ring: () => void = () => undefined
      let asleep = Promise.withResolvers<void>()
      const watching = startScanFolder({
        store: desk.services.store,
        clock: desk.services.clock,
        emit: () => undefined,
        onTrouble: (cause) => {
          throw cause
        },
        add: ({ name, bytes }) => {
          brought.push(name)
          return addForms(desk.services, { files: [{ name, bytes: new Uint8Array(bytes) }] })
        },
        setAlarm: (_, wake) => {
          ring = wake
          asleep.resolve()
          return () => undefined
        },
      })
      const look = async (times: number): Promise<void> => {
        for (let time = 0; time < times; time += 1) {
          await asleep.promise
          asleep = Promise.withResolvers()
          ring()
        }
        await asleep.promise
      }
      const names = async () => (await formsInState(desk.services.store.db, 'to_check')).forms.map(({ name }) => name)
      try {
        await use({ desk, folder, watching, look, names, brought })
      } finally {
        await watching.stop()
      }
    }),
  )
}

describe('the folder of the scanner', () => {
  it('brings in what comes from now on, once, and leaves every file as it is', () =>
    withFolder(async ({ folder, watching, look, names, brought }) => {
      await copyFile(OTHER_SHEET, join(folder, 'last-year.jpg'))
      await watching.watch(folder)
      await copyFile(SHEET, join(folder, 'scan-1.jpg'))
      await look(4)
      expect(await names()).toEqual(['scan-1.jpg'])
      expect(brought).toEqual(['scan-1.jpg'])
      expect((await readdir(folder)).toSorted()).toEqual(['last-year.jpg', 'scan-1.jpg'])
      expect(await watching.state()).toMatchObject({ stand: 'watching', taken: 1, refused: [] })
    }))

  it('waits until a file is written to its end', () =>
    withFolder(async ({ folder, watching, look, names }) => {
      await watching.watch(folder)
      await look(1)
      const scan = join(folder, 'slow.jpg')
      await writeFile(scan, 'first half')
      await look(1)
      await appendFile(scan, ', and a little more')
      await look(1)
      await copyFile(SHEET, scan)
      await look(1)
      expect(await names()).toEqual([])
      await look(2)
      expect(await names()).toEqual(['slow.jpg'])
      expect((await watching.state()).refused).toEqual([])
    }))

  it('takes the whole file of a scanner that paused within it', () =>
    withFolder(async ({ folder, watching, look, names }) => {
      await watching.watch(folder)
      const scan = join(folder, 'paused.jpg')
      await writeFile(scan, 'first half')
      await look(3)
      expect((await watching.state()).refused.map(({ name }) => name)).toEqual(['paused.jpg'])
      await copyFile(SHEET, scan)
      await look(3)
      expect(await names()).toEqual(['paused.jpg'])
      expect((await watching.state()).refused).toEqual([])
    }))

  it('tells what it could not take, and does not try it for ever', () =>
    withFolder(async ({ folder, watching, look, names }) => {
      await watching.watch(folder)
      await writeFile(join(folder, 'letter.pdf'), 'not a PDF at all')
      await writeFile(join(folder, 'notes.txt'), 'somebody else’s')
      await writeFile(join(folder, '.hidden.jpg'), 'half')
      await look(6)
      const { refused } = await watching.state()
      expect(refused.map(({ name }) => name)).toEqual(['letter.pdf'])
      expect(await names()).toEqual([])
    }))

  it('goes on when the folder comes back', () =>
    withFolder(async ({ folder, watching, look, names }) => {
      await watching.watch(folder)
      await rename(folder, `${folder}-away`)
      await look(1)
      expect((await watching.state()).stand).toBe('missing')
      await rename(`${folder}-away`, folder)
      await copyFile(SHEET, join(folder, 'scan-2.jpg'))
      await look(3)
      expect(await watching.state()).toMatchObject({ stand: 'watching', taken: 1 })
      expect(await names()).toEqual(['scan-2.jpg'])
    }))

  it('is kept with the desk, and refuses a folder that is not there', () =>
    withFolder(async ({ desk, folder, watching }) => {
      await watching.watch(folder)
      expect(await desk.services.scanFolder.state()).toMatchObject({ folder })
      await rm(folder, { recursive: true })
      expect(await watching.watch(folder)).toEqual({ ok: false, error: { code: 'scan_folder_missing', path: folder } })
      await watching.watch(null)
      expect(await watching.state()).toMatchObject({ folder: null, stand: 'off' })
    }))
})
