import { readFile } from 'node:fs/promises'
import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'
import type * as Electron from 'electron'
import { beforeAll, describe, expect, test } from 'vitest'
import { withOptdesk } from '../support/electron-app.ts'
import { buildPackagedApp } from '../support/packaged-app.ts'
import { samplePath } from '../support/sample-path.ts'

const { ENABLE, DISABLE } = FuseState

describe('the packaged app', () => {
  let executable: string

  beforeAll(async () => {
    executable = await buildPackagedApp()
  })

  test('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(executable)
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: DISABLE,
      [FuseV1Options.EnableCookieEncryption]: ENABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: DISABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: ENABLE,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: DISABLE,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: DISABLE,
    })
    // The ninth exists in newer Electrons only; the fallback's fuse wire ends before it.
    const wasmTrapHandlers = wire[FuseV1Options.WasmTrapHandlers]
    expect(process.env['OPTDESK_ELECTRON_IS_FALLBACK'] === '1' ? [undefined, ENABLE] : [ENABLE]).toContain(
      wasmTrapHandlers,
    )
  })

  test('opens its window and answers from its core', async () => {
    // Playwright comes in through Node's inspector, which the fuse just seen keeps shut in every installed Optdesk.
    await flipFuses(executable, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true })
    await withOptdesk(
      async ({ app, window: page }) => {
        expect(await app.evaluate((electron) => electron.app.isPackaged)).toBe(true)
        expect(await page.title()).toContain('Optdesk')
        expect(await app.evaluate(isCoreTakenCompiled)).toBe(true)
        await page.getByRole('navigation').first().waitFor()
        const state = await page.evaluate(() => window.optdesk.call('setup.state', {}))
        expect(state).toMatchObject({ ok: true, value: { state: 'ready', desk: 'practice' } })
        expect(await page.evaluate(readSheet, await sampleSheet())).toMatchObject({
          state: 'read',
          reading: { fields: { mobile: { text: '2065550142' } }, boxes: { care: { mark: 'ticked' } } },
        })
        expect(await page.evaluate(drawSheet)).toBe('EN-1')
      },
      { executable },
    )
  })
})

/** Runs in main: offers V8 what was compiled when Optdesk was built; one that it refuses costs every start. */
function isCoreTakenCompiled(electron: typeof Electron): boolean {
  const { readFileSync } = process.getBuiltinModule('node:fs')
  const { Script } = process.getBuiltinModule('node:vm')
  const core = `${electron.app.getAppPath()}/dist/main/core`
  const script = new Script(readFileSync(`${core}.cjs`, 'utf8'), { cachedData: readFileSync(`${core}.compiled`) })
  return script.cachedDataRejected === false
}

async function sampleSheet(): Promise<readonly number[]> {
  return Array.from(await readFile(samplePath('okafor-flatbed.jpg')))
}

/** Runs in the page: gives the desk a sheet and waits for what the packed reader makes of it. */
async function readSheet(sheet: readonly number[]): Promise<unknown> {
  const files = [{ name: 'okafor.jpg', bytes: new Uint8Array(sheet) }]
  const added = await window.optdesk.call('forms.add', { files })
  const id = added.ok ? (added.value.added[0]?.id ?? '') : ''
  for (;;) {
    const asked = await window.optdesk.call('forms.reading', { id })
    if (!asked.ok || asked.value.state === 'read' || asked.value.state === 'unread') return asked.ok && asked.value
    await new Promise((later) => setTimeout(later, 200))
  }
}

/** Runs in the page: has the workshop draw a blank form, with the type that was packed beside the program. */
async function drawSheet(): Promise<string> {
  const { call } = window.optdesk
  const told = await call('sheets.office', {})
  if (!told.ok) return told.error.code
  const choice = { language: 'en', paper: 'letter', size: 'regular' } as const
  const drawn = await call('sheets.picture', { office: told.value.office, choice })
  return drawn.ok ? drawn.value.code : drawn.error.code
}
