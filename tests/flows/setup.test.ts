import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { InputOf } from '../../shared/ipc/contract.ts'
import { withCore } from '../support/core.ts'
import { pretendedKeychain } from '../support/keychain.ts'

const PASSPHRASE = 'a long walk by the harbor'
const OFFICE: InputOf<'setup.createOffice'> = {
  practiceName: 'Pier Dental',
  zone: 'America/New_York',
  language: 'en',
  staffName: 'Ruth',
  passphrase: PASSPHRASE,
}

describe('the practice desk', () => {
  it('is filled once and opens again as it was left', async () => {
    await withCore(async (core) => {
      const state = { state: 'ready', desk: 'practice', protection: 'file', hasOffice: false, appVersion: '0.1.0' }
      expect(await core.ask('setup.state', {})).toEqual({ ...state, nowMs: expect.any(Number) })
      const { staff } = await core.ask('staff.list', {})
      expect(staff.map(({ name }) => name)).toEqual(['Elena Marsh', 'Tomás Aguirre', 'Bev Lindqvist'])
      await core.ask('staff.signIn', { id: staff[1]?.id ?? '' })
      await core.ask('practice.update', { phone: '(206) 555-0109' })
      await core.ask('preferences.update', { theme: 'dark' })
      await core.restart()
      expect((await core.ask('staff.list', {})).currentId).toBe(staff[1]?.id)
      expect(await core.ask('practice.get', {})).toMatchObject({
        name: 'Harborview Family Clinic',
        phone: '(206) 555-0109',
        zone: 'America/Los_Angeles',
      })
      expect(await core.ask('preferences.get', {})).toEqual({ theme: 'dark', language: 'en' })
      expect((await core.ask('people.search', { text: '', after: null, limit: 1 })).total).toBe(60)
      expect((await core.ask('forms.versions', {})).versions.map(({ code }) => code)).toEqual(['EN-1', 'ES-1'])
    })
  })

  it('knows its staff and refuses a stranger and a zone that is none', async () => {
    await withCore(async (core) => {
      const added = await core.ask('staff.add', { name: '  Ana  ' })
      expect(added).toMatchObject({ name: 'Ana', isActive: true })
      expect((await core.ask('staff.signIn', { id: added.id })).name).toBe('Ana')
      expect(await core.call('staff.signIn', { id: 'nope' })).toMatchObject({ error: { code: 'not_found' } })
      expect(await core.call('practice.update', { zone: 'Mars/Olympus' })).toMatchObject({
        error: { code: 'invalid_input', path: 'zone' },
      })
    })
  })

  it('tells whoever looks what has changed', async () => {
    await withCore(async (core) => {
      await core.ask('staff.add', { name: 'Ana' })
      expect(await core.event('changed', ({ areas }) => areas.includes('practice'))).toBeTruthy()
    })
  })
})

describe('the office desk', () => {
  it('is made with a passphrase, locked after a restart, and opened by passphrase or recovery code alone', async () => {
    await withCore(async (core) => {
      expect(await core.ask('setup.protection', {})).toMatchObject({ protection: 'passphrase' })
      const { recoveryCode, protection } = await core.ask('setup.createOffice', OFFICE)
      expect(protection).toBe('passphrase')
      expect(await core.ask('setup.state', {})).toMatchObject({ state: 'ready', desk: 'office', hasOffice: true })
      expect((await core.ask('people.search', { text: '', after: null, limit: 1 })).total).toBe(0)
      expect(await core.ask('queue.status', {})).toMatchObject({ carrier: 'none', connection: 'not_set_up' })

      await core.restart()
      const locked = { state: 'locked', desk: 'office', why: 'passphrase', hasOffice: true }
      expect(await core.ask('setup.state', {})).toEqual(locked)
      expect(await core.call('people.search', { text: '', after: null, limit: 1 })).toEqual({
        ok: false,
        error: { code: 'desk_closed' },
      })
      expect(await core.call('setup.unlock', { secret: 'not this one' })).toEqual({
        ok: false,
        error: { code: 'wrong_passphrase' },
      })
      expect(await core.ask('setup.state', {})).toEqual(locked)
      expect(await core.ask('setup.unlock', { secret: PASSPHRASE })).toMatchObject({ state: 'ready' })

      await core.restart()
      const typed = ` ${recoveryCode.toLowerCase().replaceAll('-', ' ')} `
      expect(await core.ask('setup.unlock', { secret: typed })).toMatchObject({ state: 'ready', desk: 'office' })
      expect(await core.ask('practice.get', {})).toMatchObject({ name: 'Pier Dental', zone: 'America/New_York' })
    })
  })

  it('whose file was taken away is called broken, and no empty one is made in its place', async () => {
    await withCore(async (core) => {
      await core.ask('setup.createOffice', OFFICE)
      await core.ask('setup.open', { desk: 'practice' })
      const path = join(core.dir, 'office', 'desk.db')
      renameSync(path, `${path}.away`)
      await core.ask('setup.open', { desk: 'office' })
      await core.ask('setup.unlock', { secret: PASSPHRASE })
      expect(await core.ask('setup.state', {})).toMatchObject({
        state: 'trouble',
        error: { code: 'store_broken', path },
      })
      expect(existsSync(path)).toBe(false)
      renameSync(`${path}.away`, path)
      expect(await core.ask('setup.unlock', { secret: PASSPHRASE })).toMatchObject({ state: 'ready' })
    })
  })

  it('is made once; the practice desk stays as it was and can be opened again', async () => {
    await withCore(async (core) => {
      expect(await core.call('setup.open', { desk: 'office' })).toMatchObject({ error: { code: 'not_found' } })
      await core.ask('setup.createOffice', OFFICE)
      expect(await core.call('setup.createOffice', OFFICE)).toMatchObject({ error: { code: 'office_exists' } })
      expect(await core.ask('setup.open', { desk: 'practice' })).toMatchObject({ state: 'ready', desk: 'practice' })
      expect((await core.ask('people.search', { text: '', after: null, limit: 1 })).total).toBe(60)
      expect(await core.ask('setup.open', { desk: 'office' })).toMatchObject({ state: 'locked' })
      await core.restart()
      expect(await core.ask('setup.state', {})).toMatchObject({ state: 'locked', desk: 'office' })
    })
  })

  it('refuses a short passphrase, none, and a zone that is none, and leaves nothing behind', async () => {
    await withCore(async (core) => {
      const wrong = [
        [{ passphrase: 'short' }, 'passphrase_too_short'],
        [{ passphrase: null }, 'passphrase_needed'],
        [{ zone: 'Mars/Olympus' }, 'invalid_input'],
      ] as const
      for (const [changes, code] of wrong) {
        const refused = await core.call('setup.createOffice', { ...OFFICE, ...changes })
        expect(refused).toMatchObject({ ok: false, error: { code } })
      }
      expect(readdirSync(core.dir).filter((name) => name.startsWith('office'))).toEqual([])
      expect(await core.ask('setup.state', {})).toMatchObject({ state: 'ready', desk: 'practice', hasOffice: false })
    })
  })

  it('keeps its forms in its own name, and writes no secret and no name into the clear', async () => {
    await withCore(async (core) => {
      const { recoveryCode } = await core.ask('setup.createOffice', OFFICE)
      const { versions } = await core.ask('forms.versions', {})
      for (const { sentences } of versions) expect(sentences.care).toContain('Pier Dental')
      const files = readdirSync(core.dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      for (const { parentPath, name } of files) {
        const content = readFileSync(join(parentPath, name))
        for (const secret of [PASSPHRASE, recoveryCode, 'Pier Dental', 'Ruth']) {
          expect(content.includes(secret), `${name} holds ${secret}`).toBe(false)
        }
      }
    })
  })

  it('takes a real keychain, and the recovery code where it was lost', async () => {
    const keychain = pretendedKeychain()
    await withCore(
      async (core) => {
        expect(await core.ask('setup.protection', {})).toMatchObject({ protection: 'keychain' })
        const { recoveryCode } = await core.ask('setup.createOffice', { ...OFFICE, passphrase: null })
        await core.restart()
        expect(await core.ask('setup.state', {})).toMatchObject({
          state: 'ready',
          desk: 'office',
          protection: 'keychain',
        })
        await core.restart({ keychain: { ...keychain, isReal: () => false } })
        expect(await core.ask('setup.state', {})).toMatchObject({ state: 'locked', why: 'keychain_lost' })
        expect(await core.ask('setup.unlock', { secret: recoveryCode })).toMatchObject({ state: 'ready' })
      },
      { keychain },
    )
  })
})

describe('trouble with a store', () => {
  it('that is damaged is told with the way to try again', async () => {
    await withCore(async (core) => {
      await core.restart({ dataDir: join(core.dir, 'other') })
      const path = join(core.dir, 'practice', 'desk.db')
      copyFileSync(path, `${path}.kept`)
      writeFileSync(path, Buffer.alloc(8192, 7))
      await core.restart({ dataDir: core.dir })
      expect(await core.ask('setup.state', {})).toMatchObject({ state: 'trouble', error: { code: 'store_broken' } })
      expect(await core.call('forms.versions', {})).toEqual({ ok: false, error: { code: 'desk_closed' } })
      copyFileSync(`${path}.kept`, path)
      expect(await core.ask('setup.retry', {})).toMatchObject({ state: 'ready', desk: 'practice' })
    })
  })
})
