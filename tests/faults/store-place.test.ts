import { mkdir, readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type PlaceFacts, placeTrouble, troubleAt } from '../../electron/db/store-place.ts'
import { withCore } from '../support/core.ts'
import { inTempFolder } from '../support/store.ts'

const LINUX: PlaceFacts = {
  platform: 'linux',
  env: {},
  mounts: [
    '/dev/sda1 / ext4 rw 0 0',
    'nas:/office /mnt/office nfs4 rw 0 0',
    'nas:/old /mnt/local nfs rw 0 0',
    '/dev/sdb1 /mnt/local ext4 rw 0 0',
    '//server/desk /media/front\\040desk cifs rw 0 0',
    'ruth@host: /home/ruth/remote fuse.sshfs rw 0 0',
    '/dev/sdc1 /home/ruth/remote/stick vfat rw 0 0',
  ].join('\n'),
}
const WINDOWS: PlaceFacts = { platform: 'win32', env: { OneDriveCommercial: 'C:\\Users\\Ruth\\Firm' }, mounts: '' }
const MAC: PlaceFacts = { platform: 'darwin', env: {}, mounts: '' }

describe('a store may not live in a folder that is copied elsewhere', () => {
  test.each([
    [LINUX, '/home/ruth/Dropbox/optdesk', 'Dropbox'],
    [LINUX, '/home/ruth/Nextcloud/desks', 'Nextcloud'],
    [WINDOWS, 'C:\\Users\\Ruth\\OneDrive\\Optdesk\\desks', 'OneDrive'],
    [WINDOWS, 'C:\\Users\\Ruth\\OneDrive - Pier Dental\\desks', 'OneDrive'],
    [WINDOWS, 'c:\\users\\ruth\\firm\\desks', 'OneDrive'],
    [WINDOWS, 'C:\\Users\\Ruth\\iCloudDrive\\desks', 'iCloud'],
    [MAC, '/Users/ruth/Library/Mobile Documents/com~apple~CloudDocs/desks', 'iCloud'],
    [MAC, '/Users/ruth/Library/CloudStorage/GoogleDrive-ruth@pier.example/My Drive/desks', 'Google Drive'],
    [MAC, '/Users/ruth/Dropbox (Pier Dental)/desks', 'Dropbox'],
  ])('%#: %s', (facts, path, service) => {
    expect(troubleAt(path, facts)).toEqual({ code: 'folder_synced', path, service })
  })
})

describe('a store may not live on another computer', () => {
  test.each([
    [LINUX, '/mnt/office/desks'],
    [LINUX, '/media/front desk/desks'],
    [LINUX, '/home/ruth/remote/desks'],
    [WINDOWS, '\\\\server\\share\\desks'],
    [WINDOWS, '\\\\?\\UNC\\server\\share\\desks'],
  ])('%#: %s', (facts, path) => {
    expect(troubleAt(path, facts)).toEqual({ code: 'folder_on_network', path })
  })
})

describe('any other place is good', () => {
  test.each([
    [LINUX, '/home/ruth/.config/optdesk/desks'],
    [LINUX, '/mnt/local/desks'],
    [LINUX, '/mnt/office2/desks'],
    [LINUX, '/home/ruth/remote/stick/desks'],
    [LINUX, '/home/ruth/Dropbox notes/desks'],
    [WINDOWS, 'C:\\Users\\Ruth\\AppData\\Roaming\\Optdesk\\desks'],
    [WINDOWS, '\\\\?\\C:\\Users\\Ruth\\desks'],
    [WINDOWS, 'C:\\Users\\Ruth\\Firmament\\desks'],
    [MAC, '/Users/ruth/Library/Application Support/Optdesk/desks'],
  ])('%#: %s', (facts, path) => {
    expect(troubleAt(path, facts)).toBeNull()
  })
})

test('a link into a synced folder is seen through, also where the folder is not there yet', () =>
  inTempFolder(async (dir) => {
    await mkdir(join(dir, 'OneDrive'))
    await symlink(join(dir, 'OneDrive'), join(dir, 'data'))
    expect(placeTrouble(join(dir, 'data', 'new', 'desks'))).toMatchObject({ code: 'folder_synced' })
    expect(placeTrouble(join(dir, 'new', 'desks'))).toBeNull()
  }))

test('Optdesk says so at the start, writes nothing there, and makes no office there either', () =>
  inTempFolder(async (dir) => {
    const dataDir = join(dir, 'Dropbox', 'desks')
    await withCore(
      async (core) => {
        const error = { code: 'folder_synced', service: 'Dropbox', path: dataDir }
        expect(await core.ask('setup.state', {})).toMatchObject({ state: 'trouble', error })
        const office = {
          practiceName: 'Pier Dental',
          zone: 'America/New_York',
          language: 'en',
          staffName: 'Ruth',
        } as const
        const made = await core.call('setup.createOffice', { ...office, passphrase: 'a long walk by the harbor' })
        expect(made).toEqual({ ok: false, error })
        expect(await readdir(dir)).toEqual([])
      },
      { dataDir },
    )
  }))

test('Optdesk works in a folder with spaces, emoji and a very long name', () =>
  inTempFolder(async (dir) => {
    const dataDir = join(dir, 'Señora Ruth’s desk 🦷', 'x'.repeat(120), 'y'.repeat(120), 'z'.repeat(60))
    await withCore(
      async (core) => {
        expect(await core.ask('setup.state', {})).toMatchObject({ state: 'ready' })
        await core.restart()
        expect((await core.ask('people.search', { text: '', after: null, limit: 1 })).total).toBe(60)
      },
      { dataDir },
    )
  }))
