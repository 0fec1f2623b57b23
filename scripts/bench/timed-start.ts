import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright'
import type { Page } from 'playwright'
import { checkoutDir, electronExecutable, sandboxSwitches } from '../../tests/support/electron-app.ts'

const EMPTY_PROGRAM = join(import.meta.dirname, 'empty-app')
const PATIENCE_MS = 30_000

/** A program that was started to be measured. */
export interface TimedStart {
  /** From just before the process was started until what was waited for was painted. */
  readonly paintedAfterMs: number
  readonly pid: number
  /** Asks the program to quit, as the system does at shutdown, and waits until it is gone. */
  close(): Promise<void>
}

/** Starts Optdesk at `place`, an address of its window such as `/people`, and waits for the first `selector` there. */
export function startOptdeskTimed(profileDir: string, place: string, selector: string): Promise<TimedStart> {
  return startTimed(checkoutDir, profileDir, [`--open-at=${place}`], (page) => elementPaintedAtMs(page, selector))
}

/** Starts the empty window and waits for its only word. */
export function startEmptyTimed(profileDir: string): Promise<TimedStart> {
  return startTimed(EMPTY_PROGRAM, profileDir, [], firstPaintAtMs)
}

/**
 * Both programs are started the same way: straight by the system with one port open for looking into the page, because
 * Playwright's own launcher holds Electron's start until it has looked into main.
 */
async function startTimed(
  programDir: string,
  profileDir: string,
  switches: readonly string[],
  paintedAtMs: (page: Page) => Promise<number>,
): Promise<TimedStart> {
  const common = [`--user-data-dir=${profileDir}`, '--lang=en-US', '--remote-debugging-port=0', ...sandboxSwitches()]
  const startedAtMs = Date.now()
  const electron = spawn(electronExecutable(), [programDir, ...common, ...switches], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const close = () => quit(electron)
  try {
    const browser = await chromium.connectOverCDP(await debugAddress(electron), { timeout: PATIENCE_MS })
    const context = browser.contexts()[0]
    if (context === undefined) throw new Error('Electron shows no pages.')
    const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: PATIENCE_MS }))
    const paintedAfterMs = (await paintedAtMs(page)) - startedAtMs
    await browser.close() // Ends the looking, not the program.
    return { paintedAfterMs, pid: electron.pid ?? 0, close }
  } catch (thrown) {
    await close()
    throw thrown
  }
}

/** Chromium tells on stderr where it can be looked into. */
async function debugAddress(electron: ChildProcess): Promise<string> {
  if (electron.stderr === null) throw new Error('The output of Electron is not read.')
  for await (const line of createInterface(electron.stderr)) {
    const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (address === undefined) continue
    electron.stderr.resume() // A full pipe would halt the program.
    return address
  }
  throw new Error('Electron ended before it could be looked into.')
}

/** Read after the fact from the page's own record, so that looking late does not lengthen it. Epoch milliseconds. */
function firstPaintAtMs(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((found) => {
        const watch = new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName('first-contentful-paint')
          if (paint) found(performance.timeOrigin + paint.startTime)
        })
        watch.observe({ type: 'paint', buffered: true })
      }),
  )
}

/** The frame after the first one that has the element: by then it was painted. Epoch milliseconds. */
function elementPaintedAtMs(page: Page, selector: string): Promise<number> {
  const look = (wanted: string) =>
    new Promise<number>((found) => {
      const lookAgain = (): void => {
        if (document.querySelector(wanted)) requestAnimationFrame(() => found(Date.now()))
        else requestAnimationFrame(lookAgain)
      }
      lookAgain()
    })
  return page.evaluate(look, selector)
}

async function quit(electron: ChildProcess): Promise<void> {
  if (electron.exitCode !== null || electron.signalCode !== null) return
  const gone = once(electron, 'exit')
  const impatience = setTimeout(() => electron.kill('SIGKILL'), PATIENCE_MS)
  electron.kill('SIGTERM')
  await gone
  clearTimeout(impatience)
}
