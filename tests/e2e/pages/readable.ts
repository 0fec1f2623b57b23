import type { Page } from 'playwright'

/**
 * What of these words anybody can read off the screen: the piece of text or the field that shows it, each by itself. A
 * picture of a form counts as one piece. Words for screen readers alone are none, nor is what is there but not drawn.
 */
export function readable(window: Page, words: readonly string[]): Promise<readonly string[]> {
  return window.evaluate((asked) => {
    const isDrawn = (element: Element): boolean => {
      const { color, webkitTextFillColor, webkitTextSecurity } = getComputedStyle(element) as CSSStyleDeclaration & {
        readonly webkitTextSecurity: string
      }
      const { width, height } = element.getBoundingClientRect()
      const isSeen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      const hasInk = ![color, webkitTextFillColor].includes('rgba(0, 0, 0, 0)') && webkitTextSecurity === 'none'
      return isSeen && hasInk && width > 1 && height > 1
    }
    const shows = (text: string) => asked.some((word) => text.toLowerCase().includes(word.toLowerCase()))
    const found: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { textContent, parentElement } = texts.currentNode
      if (textContent !== null && parentElement && shows(textContent) && isDrawn(parentElement)) found.push(textContent)
    }
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
      if (shows(field.value) && isDrawn(field)) found.push(`typed: ${field.value}`)
    }
    for (const picture of document.querySelectorAll('img')) {
      if (picture.checkVisibility({ visibilityProperty: true })) found.push(`picture: ${picture.alt}`)
    }
    if (shows(document.title)) found.push(`window: ${document.title}`)
    return found
  }, words)
}
