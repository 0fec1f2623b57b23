import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

/** What React Aria has just read out: its words may be gone before axe looks for them. */
const ANNOUNCEMENTS = '[data-live-announcer]'

/** What axe finds against WCAG 2.2 AA and its own good practice, as lines to read: rule, element, and what is wrong. */
export async function axeFindings(window: Page): Promise<readonly string[]> {
  // The other mode opens a blank page, which this window does not allow.
  const axe = new AxeBuilder({ page: window }).setLegacyMode(true).exclude(ANNOUNCEMENTS)
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary ?? ''}`),
  )
}
