import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { startCoreProcess } from '../support/core-process.ts'
import type { CoreProcess, SaidLine } from '../support/core-process.ts'
import { pngFile } from '../support/form-files.ts'
import { inTempFolder } from '../support/store.ts'

async function withProcess<T>(use: (core: CoreProcess, dir: string) => Promise<T>): Promise<T> {
  return inTempFolder(async (dir) => {
    const core = startCoreProcess(dir)
    try {
      return await use(core, dir)
    } finally {
      await core.kill()
    }
  })
}

describe('npm run core', () => {
  it('speaks the contract in lines, bytes and events included', async () => {
    await withProcess(async (core) => {
      expect(await core.call('setup.state')).toMatchObject({ ok: true, value: { state: 'ready', desk: 'practice' } })
      const base64 = Buffer.from(await pngFile()).toString('base64')
      const files = [{ name: 'a.png', bytes: { base64 } }]
      const added = await core.call('forms.add', { files })
      expect(added).toMatchObject({ ok: true, value: { added: [{ name: 'a.png' }], refused: [] } })
      const isAboutForms = (said: SaidLine): boolean =>
        said['event'] === 'changed' && (said['value'] as { areas: string[] }).areas.includes('forms')
      expect(await core.line(isAboutForms)).toHaveProperty('event')
      const id = (added as { value: { added: { id: string }[] } }).value.added[0]?.id
      const page = (await core.call('forms.page', { id })) as { value: { bytes: { base64: string } } }
      expect(Buffer.from(page.value.bytes.base64, 'base64').subarray(0, 2).toString('hex')).toBe('ffd8')
    })
  })

  it('answers a bad line with an error line and goes on', async () => {
    await withProcess(async (core) => {
      core.write('this is no json')
      core.write('[1,2]')
      core.write('')
      core.write('{"id":"x","method":"people.drop"}')
      core.write('{"id":{"a":1},"method":"staff.list"}')
      const invalid = { id: null, ok: false, error: { code: 'invalid_input', method: '', path: 'json' } }
      expect(await core.line((said) => said['id'] === null && said['ok'] === false)).toEqual(invalid)
      expect(await core.line((said) => said['id'] === 'x')).toMatchObject({ error: { code: 'unknown_method' } })
      expect(await core.line((said) => said['id'] === null && said['ok'] === true)).toMatchObject({ ok: true })
      expect(await core.call('people.get', { id: 5 })).toMatchObject({ error: { code: 'invalid_input', path: 'id' } })
      expect(core.stderr()).toBe('')
    })
  })

  it('answers what is under way before it ends, at the end of its input and at SIGTERM', async () => {
    await withProcess(async (core) => {
      core.write('{"id":7,"method":"people.search","input":{"text":"","after":null,"limit":1}}')
      expect(await core.end()).toBe(0)
      expect(await core.line((said) => said['id'] === 7)).toMatchObject({ ok: true, value: { total: 60 } })
    })
    await withProcess(async (core) => {
      await core.call('setup.state')
      expect(await core.terminate()).toBe(0)
    })
  })

  it('keeps what it said was saved over a kill, and lets go of the store', async () => {
    await withProcess(async (core, dir) => {
      const typed = { givenName: 'Zoë', familyName: 'Kept', email: '', language: 'en', phone: '' }
      expect(await core.call('people.save', { id: null, ...typed })).toMatchObject({ ok: true })
      await core.kill()
      const again = startCoreProcess(dir)
      const found = await again.call('people.search', { text: 'kept', after: null, limit: 5 })
      expect(found).toMatchObject({ ok: true, value: { total: 1 } })
      expect(await again.end()).toBe(0)
    })
  })

  it('refuses a store that another one has open', async () => {
    await withProcess(async (core, dir) => {
      await core.call('setup.state')
      const second = startCoreProcess(dir)
      expect(await second.call('setup.state')).toMatchObject({
        value: { state: 'trouble', error: { code: 'store_in_use' } },
      })
      expect(await second.end()).toBe(0)
    })
  })

  it('opens an office by the passphrase of its environment', async () => {
    await withProcess(async (core, dir) => {
      const passphrase = 'a long walk by the harbor'
      const office = { practiceName: 'Pier Dental', zone: 'America/New_York', language: 'en', staffName: 'Ruth' }
      expect(await core.call('setup.createOffice', { ...office, passphrase })).toMatchObject({ ok: true })
      await core.end()
      const locked = startCoreProcess(dir)
      expect(await locked.call('setup.state')).toMatchObject({ value: { state: 'locked' } })
      await locked.end()
      const opened = startCoreProcess(dir, { env: { OPTDESK_PASSPHRASE: passphrase } })
      expect(await opened.call('setup.state')).toMatchObject({ value: { state: 'ready', desk: 'office' } })
      expect(await opened.end()).toBe(0)
    })
  })

  it('asks for a folder when none is given', async () => {
    const cli = fileURLToPath(new URL('../../electron/core-cli.ts', import.meta.url))
    const child = spawn(process.execPath, [cli], { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (text: Buffer) => (said += text.toString()))
    const [code] = (await once(child, 'close')) as [number]
    expect(code).toBe(2)
    expect(said).toContain('--data DIR')
  })
})
