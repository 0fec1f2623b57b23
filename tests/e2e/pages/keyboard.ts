import type { Locator, Page } from 'playwright'

const FARTHEST = 60

/**
 * Presses Tab until the focus is on `target`, or anywhere in `group` when one is given (a question is one stop of the
 * Tab key). Fails when it is not reached: then it cannot be reached by keyboard.
 */
export async function tabTo(
  window: Page,
  target: Locator,
  group: Locator = target,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  await target.waitFor({ state: 'attached' })
  for (let presses = 0; presses < FARTHEST; presses += 1) {
    if (await group.evaluate((element) => element.contains(document.activeElement))) return
    await window.keyboard.press(key)
  }
  throw new Error(`Not reached by ${key}: ${String(target)}`)
}
