import type { Plugin } from 'vite'

const MODULE_TAG = /<script type="module" crossorigin src="([^"]+)"><\/script>/

/**
 * Makes the window one plain script instead of a module: only for those does Chromium keep everything compiled (see
 * `v8CacheOptions` of the window), and a start then compiles nothing.
 */
export function plainScript(): Plugin {
  return {
    name: 'optdesk:plain-script',
    apply: 'build',
    config: () => ({
      build: { cssCodeSplit: false }, // Or the styles of a plain script end up as text inside it, which our policy forbids.
      environments: {
        client: { build: { rolldownOptions: { output: { format: 'iife', codeSplitting: false } } } },
      },
    }),
    transformIndexHtml: { order: 'post', handler: asPlainScript },
  }
}

function asPlainScript(html: string): string {
  if (!MODULE_TAG.test(html) || !html.includes('rel="stylesheet"'))
    throw new Error('The page lacks its script or styles')
  return html.replace(MODULE_TAG, '<script defer src="$1"></script>')
}
