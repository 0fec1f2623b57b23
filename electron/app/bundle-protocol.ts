import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { bundleFileOf } from './bundle-file.ts'
import { contentPolicy, withNonce } from './content-policy.ts'

/** Declares `app://` as a scheme of our own with the rights of a web page. Must run before Electron is ready. */
export function registerBundleScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/**
 * Serves the built window, the files below `rendererDir` and nothing else, as `app://bundle/`. Calls back once, when the
 * first script was handed over.
 */
export function serveBundle(rendererDir: string, onScriptServed: () => void): void {
  protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? bundleFileOf(request.url, rendererDir) : undefined
    if (file === undefined) return notFound()
    try {
      const bytes = await readFile(file.path)
      if (file.contentType.startsWith('text/javascript')) onScriptServed()
      return answer(bytes, file.contentType)
    } catch {
      return notFound() // A name that no file has; a folder.
    }
  })
}

function answer(bytes: Buffer, contentType: string): Response {
  const headers = { 'content-type': contentType, 'x-content-type-options': 'nosniff' }
  if (!contentType.startsWith('text/html')) return new Response(new Uint8Array(bytes), { headers })
  const nonce = randomBytes(16).toString('base64')
  return new Response(withNonce(bytes.toString('utf8'), nonce), {
    headers: { ...headers, 'content-security-policy': contentPolicy(nonce), 'cache-control': 'no-store' },
  })
}

function notFound(): Response {
  return new Response(null, { status: 404 })
}
