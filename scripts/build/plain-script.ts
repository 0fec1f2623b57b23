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

/** The styles come first: they hold up the script, and while main opens the core it cannot serve them. */
function asPlainScript(html: string): string {
  const source = MODULE_TAG.exec(html)?.[1]
  if (source === undefined || !html.includes('rel="stylesheet"')) throw new Error('The page lacks its script or styles')
  return html.replace(MODULE_TAG, '').replace('</head>', `  <script defer src="${source}"></script>\n  </head>`)
}
