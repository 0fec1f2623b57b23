import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import type { Clock } from '../../shared/time.ts'

/** Where this run of Optdesk finds its things. */
export interface StartOptions {
  /** The folder that holds the desks' stores. */
  readonly dataDir: string
  /** The folder with the sample practice. */
  readonly sampleDir: string
  /** Another SQLite binding than the packaged one: set only under the fallback Electron, whose Node-API is older. */
  readonly nativeBinding?: string
  /** Another carrier to talk to than the practice carrier: for tests, never in an installed Optdesk. */
  readonly providerUrl?: string
  /** Another hour than the computer's: for tests, which must not depend on texting hours, never in an installed Optdesk. */
  readonly clock?: Clock
}

/** The address in the window at which it opens, such as `/people`; the first page unless a checkout was told otherwise. */
export function firstPlace(): string {
  return (app.isPackaged ? '' : app.commandLine.getSwitchValue('open-at')) || '/'
}

/** Reads what differs between an installed Optdesk, a checkout and a test. */
export function readStartOptions(): StartOptions {
  const dataDir = join(app.getPath('userData'), 'desks')
  return app.isPackaged ? { dataDir, ...installedOptions() } : { dataDir, ...checkoutOptions() }
}

/** True when an installed Optdesk was built to be driven by a test: a mark inside the package, out of reach from outside. */
export function mayBeDriven(): boolean {
  const manifest: unknown = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'mayBeDriven' in manifest && manifest.mayBeDriven === true
}

function installedOptions(): Omit<StartOptions, 'dataDir'> {
  const binding = join(process.resourcesPath, 'native', 'better_sqlite3.node')
  const sampleDir = join(process.resourcesPath, 'sample')
  return existsSync(binding) ? { sampleDir, nativeBinding: binding } : { sampleDir }
}

function checkoutOptions(): Omit<StartOptions, 'dataDir'> {
  const binding = process.env['OPTDESK_SQLITE_BINDING']
  const providerUrl = app.commandLine.getSwitchValue('provider-url')
  const clockShiftMs = Number(app.commandLine.getSwitchValue('clock-shift-ms'))
  return {
    sampleDir: join(app.getAppPath(), 'resources', 'sample'),
    ...(binding ? { nativeBinding: binding } : {}),
    ...(providerUrl ? { providerUrl } : {}),
    ...(clockShiftMs ? { clock: { now: () => Date.now() + clockShiftMs } } : {}),
  }
}
