import { createRequire } from 'node:module'
import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'

const SENTENCES = /\/renderer\/i18n\/(?:en|es)\/[\w-]+\.json$/
const PARSER = '@formatjs/icu-messageformat-parser'

/**
 * Reads the sentences of the window (ICU messages) when it is built, so that no start reads them again: the window gets
 * them taken apart, and leaves out what takes them apart. Source: FormatJS, "Advanced Usage", pre-parsed messages.
 */
export function readSentences(): Plugin {
  return {
    name: 'optdesk:read-sentences',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      resolve: {
        alias: [{ find: PARSER, replacement: createRequire(import.meta.url).resolve(`${PARSER}/no-parser.js`) }],
      },
    }),
    transform: { filter: { id: SENTENCES }, handler: takenApart },
  }
}

function takenApart(json: string) {
  const sentences = JSON.parse(json) as Readonly<Record<string, string>>
  const parsed = Object.fromEntries(Object.entries(sentences).map(([key, sentence]) => [key, parse(sentence)]))
  return {
    code: `export default JSON.parse(${JSON.stringify(JSON.stringify(parsed))})`,
    moduleType: 'js' as const,
    map: null,
  }
}
