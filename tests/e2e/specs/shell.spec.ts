import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOptdesk } from '../../support/electron-app.ts'
import type { RunningOptdesk } from '../../support/electron-app.ts'

describe('the shell around the window', () => {
  let optdesk: RunningOptdesk

  beforeAll(async () => {
    optdesk = await startOptdesk()
    await optdesk.window.getByRole('navigation').first().waitFor()
  })
  afterAll(() => optdesk.close())

  test('the page has the bridge and nothing of Node or Electron', async () => {
    const seen = await optdesk.window.evaluate(() => ({
      bridge: Object.keys(window.optdesk).toSorted(),
      leaks: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
    }))
    expect(seen).toEqual({ bridge: ['call', 'on'], leaks: [] })
  })

  test('every page runs in the sandbox, apart from the preload', async () => {
    const preferences = await optdesk.app.evaluate(({ webContents }) =>
      webContents
        .getAllWebContents()
        .map((contents) => (contents as unknown as { getLastWebPreferences(): unknown }).getLastWebPreferences()),
    )
    expect(preferences).toHaveLength(1)
    expect(preferences[0]).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    })
  })

  test('the page stays where it is', async () => {
    const { app, window: page } = optdesk
    const before = page.url()
    const isRefused = await page.evaluate(() => window.open('https://example.org/') === null)
    await page.evaluate(() => window.location.assign('https://example.org/'))
    // The refused navigation is over when the page answers again.
    await page.evaluate(() => document.readyState)
    expect(isRefused).toBe(true)
    expect(page.url()).toBe(before)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('the page may load nothing from elsewhere and run nothing from text', async () => {
    const refused = await optdesk.window.evaluate(async () => {
      const policies: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => policies.push(event.effectiveDirective))
      await fetch('https://example.org/').catch(() => undefined)
      const image = new Image()
      const settled = new Promise((done) => image.addEventListener('error', done))
      image.src = 'https://example.org/x.png'
      await settled
      const isHtmlRefused = (() => {
        try {
          document.createElement('div').innerHTML = '<b>text</b>'
          return false
        } catch {
          return true
        }
      })()
      return { policies: policies.toSorted(), isHtmlRefused }
    })
    expect(refused.policies).toEqual(expect.arrayContaining(['connect-src', 'img-src']))
    expect(refused.isHtmlRefused).toBe(true)
  })

  test('no permission is granted', async () => {
    const states = await optdesk.window.evaluate(() =>
      Promise.all(
        (['geolocation', 'notifications', 'camera', 'microphone'] as const).map(
          async (name) => (await navigator.permissions.query({ name })).state,
        ),
      ),
    )
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied'])
  })

  test('app:// serves the window and no other file', async () => {
    const statuses = await optdesk.app.evaluate(({ net }) =>
      Promise.all(
        [
          'app://bundle/index.html',
          'app://bundle/..%2fmain%2fmain.js',
          'app://bundle/nothing.js',
          'app://evil/index.html',
        ].map(async (address) => (await net.fetch(address)).status),
      ),
    )
    expect(statuses).toEqual([200, 404, 404, 404])
  })

  test('a wrong call is answered, not thrown', async () => {
    const answers = await optdesk.window.evaluate(async () => {
      const call = window.optdesk.call as (method: unknown, input?: unknown) => Promise<unknown>
      return [await call('people.nothing', {}), await call('setup.unlock', { secret: 7 }), await call(null)]
    })
    expect(answers).toMatchObject([
      { ok: false, error: { code: 'unknown_method' } },
      { ok: false, error: { code: 'invalid_input', path: 'secret' } },
      { ok: false, error: { code: 'unknown_method' } },
    ])
  })

  test('a second Optdesk on the same folder gives way to the first', async () => {
    const asked = optdesk.app.evaluate(
      ({ app }) => new Promise((heard) => app.once('second-instance', () => heard(true))),
    )
    await expect(startOptdesk({ userDataDir: optdesk.userDataDir })).rejects.toThrow()
    expect(await asked).toBe(true)
  })
})

test('the window comes back where it was', async () => {
  const first = await startOptdesk()
  const asked = { x: 40, y: 30, width: 1100, height: 700 }
  await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), asked)
  await first.close()
  const remembered: unknown = JSON.parse(await readFile(join(first.userDataDir, 'window.json'), 'utf8'))
  const second = await startOptdesk({ userDataDir: first.userDataDir })
  const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  await second.close()
  expect(bounds).toMatchObject({ width: 1100, height: 700 })
  expect(remembered).toMatchObject({ isMaximized: false, bounds })
})
