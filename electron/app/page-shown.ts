import type { WebContents } from 'electron'

/** What a page needs after loading to ask the core and draw the answers. */
const DRAWING_MS = 1_000
/** A page that never loads must not keep the core waiting. */
const AT_MOST_MS = 10_000

/** Resolves when a page has loaded and had time to draw itself, or is gone, or takes too long. */
export function pageShown(page: WebContents): Promise<void> {
  return new Promise((shown) => {
    page.once('did-finish-load', () => setTimeout(shown, DRAWING_MS))
    page.once('destroyed', shown)
    setTimeout(shown, AT_MOST_MS)
  })
}
