import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron } from 'playwright'
import type { ElectronApplication, Page } from 'playwright'
import type { Bridge } from '../../shared/ipc/bridge.ts'

declare global {
  interface Window {
    /** The page's own way to the core, for tests that call it from inside the page. */
    readonly optdesk: Bridge
  }
}

/** The root of the checkout, which is the app's folder in an Electron that is not packaged. */
export const checkoutDir = resolve(import.meta.dirname, '..', '..')

/** A running Optdesk with its window. */
export interface RunningOptdesk {
  readonly app: ElectronApplication
  readonly window: Page
  /** The folder with everything this Optdesk keeps; start another one on it to see what survived. */
  readonly userDataDir: string
  /** Closes Optdesk as a person does and waits until the process is gone. */
  close(): Promise<void>
  /** Takes the process away without a word, as a power cut does to it, and waits until it is gone. */
  kill(): Promise<void>
}

/** How to start it. */
export interface StartOptdesk {
  /** The folder to work on; a new, empty one when left out (it is not removed by `close`). */
  readonly userDataDir?: string
  /** The language of the system, `en-US` when left out. */
  readonly locale?: string
  /** Further switches, for example `--provider-url=http://127.0.0.1:4010`. */
  readonly switches?: readonly string[]
  /** What its environment holds besides that of the test. */
  readonly env?: Readonly<Record<string, string>>
  /** A packaged Optdesk to start instead of the checkout's. */
  readonly executable?: string
}

/**
 * The fallback's Electron dies now and then while Playwright attaches to it, before anything of Optdesk runs; that once is
 * said and forgiven, so that a test that fails speaks of Optdesk.
 */
async function launch(how: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  try {
    return await _electron.launch(how)
  } catch (thrown) {
    if (!(thrown instanceof Error && thrown.message.includes('signal=SIGSEGV'))) throw thrown
    console.error('Electron crashed while the test attached to it; it is started once more.')
    return _electron.launch(how)
  }
}

/** Starts the real Electron with Optdesk in it and waits for the window's page. */
export async function startOptdesk(options: StartOptdesk = {}): Promise<RunningOptdesk> {
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'optdesk-')))
  const app = await launch({
    executablePath: options.executable ?? electronExecutable(),
    args: [
      ...(options.executable ? [] : [checkoutDir]),
      `--user-data-dir=${userDataDir}`,
      `--lang=${options.locale ?? 'en-US'}`,
      ...sandboxSwitches(),
      ...(options.switches ?? []),
    ],
    env: { ...environment(), ...options.env },
  })
  const window = await app.firstWindow()
  const gone = new Promise<void>((done) => app.process().once('exit', () => done()))
  return {
    app,
    window,
    userDataDir,
    close: () => app.close(),
    kill: async () => {
      app.process().kill('SIGKILL')
      await gone
    },
  }
}

/** Runs a piece of work with an Optdesk on an empty folder of its own; closes it and removes the folder afterwards. */
export async function withOptdesk(
  work: (optdesk: RunningOptdesk) => Promise<void>,
  options: StartOptdesk = {},
): Promise<void> {
  const optdesk = await startOptdesk(options)
  try {
    await work(optdesk)
  } finally {
    await optdesk.close()
    await rm(optdesk.userDataDir, { recursive: true, force: true })
  }
}

/** The Electron that `scripts/bootstrap.mjs` found; it is named by `npm test` and `npm run tour`. */
export function electronExecutable(): string {
  const executable = process.env['OPTDESK_ELECTRON']
  if (!executable) throw new Error('No Electron named. Run these tests by `npm test -- e2e [file]`.')
  return executable
}

/** Chromium's sandbox does not start for root; only tests and tours switch it off, never the app. */
export function sandboxSwitches(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
