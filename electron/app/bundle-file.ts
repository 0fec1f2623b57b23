import { join, normalize, sep } from 'node:path'

/** The content types of what the build puts into `dist/renderer`; anything else is not ours to serve. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  woff2: 'font/woff2',
}

/** A file of the built window and how to announce it. */
export interface BundleFile {
  readonly path: string
  readonly contentType: string
}

/**
 * Finds the file in `rootDir` that an `app://bundle/...` address means, or undefined when it means none: another host,
 * a way out of the folder however it is written (`..%2f`, a backslash, a NUL), or a kind of file we do not serve.
 */
export function bundleFileOf(address: string, rootDir: string): BundleFile | undefined {
  const path = pathInside(address)
  if (path === undefined || /[\0\\%]/.test(path)) return undefined
  const file = normalize(join(rootDir, path === '/' ? '/index.html' : path))
  const contentType = CONTENT_TYPES[file.slice(file.lastIndexOf('.') + 1)]
  if (contentType === undefined || !file.startsWith(rootDir + sep)) return undefined
  return { path: file, contentType }
}

/** The decoded path of an address of our host; a `%` that is left after decoding was encoded twice. */
function pathInside(address: string): string | undefined {
  try {
    const { protocol, host, pathname } = new URL(address)
    return protocol === 'app:' && host === 'bundle' ? decodeURIComponent(pathname) : undefined
  } catch {
    return undefined // No address at all, or a broken escape.
  }
}
