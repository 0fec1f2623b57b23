import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { checkoutDir, startOptdesk } from '../support/electron-app.ts'
import type { RunningOptdesk } from '../support/electron-app.ts'
import { officeHourSwitch } from '../support/office-hours.ts'

const PICTURES = join(checkoutDir, 'out', 'tour')

/** The running Optdesk of the tour: it says each step, leaves a picture of it, and can lose and find its program again. */
export interface Stage {
  readonly window: () => Page
  /** Prints the step and leaves `out/tour/NN-name.png`. */
  readonly show: (name: string, words: string) => Promise<void>
  /** Waits until the short words at the foot are gone, for a picture of the page alone. */
  readonly quiet: () => Promise<void>
  /** Takes the program away without a word and starts it again on the same data. */
  readonly crash: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens Optdesk on an empty folder, at an hour at which texting is allowed everywhere. */
export async function openStage(): Promise<Stage> {
  await rm(PICTURES, { recursive: true, force: true })
  await mkdir(PICTURES, { recursive: true })
  const start = { switches: [officeHourSwitch()] }
  let optdesk = await appear(await startOptdesk(start))
  const { userDataDir } = optdesk
  let step = 0
  return {
    window: () => optdesk.window,
    show: async (name, words) => {
      step += 1
      const number = String(step).padStart(2, '0')
      await calm(optdesk.window)
      await optdesk.window.screenshot({ path: join(PICTURES, `${number}-${name}.png`) })
      console.log(`${number}  ${words}`)
    },
    quiet: () => optdesk.window.getByRole('alertdialog').last().waitFor({ state: 'hidden' }),
    crash: async () => {
      await optdesk.kill()
      optdesk = await appear(await startOptdesk({ ...start, userDataDir }))
    },
    close: async () => {
      await optdesk.close()
      await rm(userDataDir, { recursive: true, force: true })
    },
  }
}

/** Goes to a place by its name in the side bar. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${place}`) })
    .click()
  await page.getByRole('heading', { name: place, level: 1 }).waitFor()
}

async function appear(optdesk: RunningOptdesk): Promise<RunningOptdesk> {
  await optdesk.window.getByRole('heading', { name: 'Today' }).waitFor()
  return optdesk
}

/** Lets what appears finish appearing, so that no picture catches it half-way. */
async function calm(window: Page): Promise<void> {
  await window.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  )
}
