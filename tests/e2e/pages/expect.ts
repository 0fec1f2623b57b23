import { expect as playwrightExpect } from 'playwright/test'

/** Playwright's expectations, which look again until they hold; a busy machine is given time. */
export const expect = playwrightExpect.configure({ timeout: 20_000 })
