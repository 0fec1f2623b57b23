interface TrustedTypesFactory {
  createPolicy(name: 'default', rules: { createHTML(html: string): string | null }): unknown
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypesFactory
  }
}

/**
 * Lets code set an element's HTML to nothing, and to nothing else: the window's policy forbids it altogether, but the
 * component library empties its region for screen readers in this way. Anything with content stays refused.
 */
export function allowEmptyHtml(): void {
  window.trustedTypes?.createPolicy('default', { createHTML: (html) => (html === '' ? '' : null) })
}
