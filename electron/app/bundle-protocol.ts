import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { protocol } from 'electron'
import { bundleFileOf } from './bundle-file.ts'
import type { BundleFile } from './bundle-file.ts'
import { contentPolicy, withNonce } from './content-policy.ts'

/** Declares `app://` as a scheme of our own with the rights of a web page. Must run before Electron is ready. */
export function registerBundleScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** An answer to the page's request for a file, before it takes the form that this Electron wants. */
interface BundleAnswer {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

const NOT_FOUND: BundleAnswer = { status: 404, headers: {}, body: Buffer.alloc(0) }

/**
 * Serves the built window, the files below `rendererDir` and nothing else, as `app://bundle/`.
 */
export function serveBundle(rendererDir: string): void {
  const answerTo = (request: { readonly method: string; readonly url: string }): BundleAnswer => {
    const file = request.method === 'GET' ? bundleFileOf(request.url, rendererDir) : undefined
    return file === undefined ? NOT_FOUND : answerWith(file)
  }
  // The older call first: the newer one speaks in web requests, and the first of those makes Node load its whole fetch,
  // which costs a start more than reading all our files. It is deprecated, so an Electron without it takes the newer.
  if (typeof protocol.registerBufferProtocol === 'function') {
    protocol.registerBufferProtocol('app', (request, respond) => {
      const { status, headers, body } = answerTo(request)
      respond({ statusCode: status, headers: { ...headers }, data: body })
    })
  } else {
    protocol.handle('app', (request) => {
      const { status, headers, body } = answerTo(request)
      return new Response(new Uint8Array(body), { status, headers })
    })
  }
}

function answerWith({ path, contentType }: BundleFile): BundleAnswer {
  const bytes = readWhole(path)
  if (bytes === undefined) return NOT_FOUND
  const headers = { 'content-type': contentType, 'x-content-type-options': 'nosniff' }
  if (!contentType.startsWith('text/html')) return { status: 200, headers, body: bytes }
  const nonce = randomBytes(16).toString('base64')
  return {
    status: 200,
    headers: { ...headers, 'content-security-policy': contentPolicy(nonce), 'cache-control': 'no-store' },
    body: Buffer.from(withNonce(bytes.toString('utf8'), nonce)),
  }
}

/** Read in one go: the files are few, small and on this disk, and a turn of the loop costs more at the start. */
function readWhole(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined // A name that no file has; a folder.
  }
}
